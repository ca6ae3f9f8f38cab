package dev.sidetone.simulator.twilio.relay;

/** Notices answers whose tokens have lost the spaces between them. Owned by its session, on the line thread. */
final class TokenSpacing {
    private static final int FEW_TOKENS = 6;
    private static final int MOST_JOINED = 40;

    private int tokens;
    private long chars;
    private boolean spaced;

    /** Takes a token; returns how many an answer had that is over with it and has no space in it, else 0. */
    int add(String token, boolean last) {
        tokens++;
        chars += token.length();
        spaced |= token.chars().anyMatch(Character::isWhitespace);
        if (!last) {
            return 0;
        }
        int lost = tokens >= FEW_TOKENS && chars > MOST_JOINED && !spaced ? tokens : 0;
        tokens = 0;
        chars = 0;
        spaced = false;
        return lost;
    }
}
