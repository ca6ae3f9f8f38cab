package dev.sidetone.simulator.line;

import java.util.Random;
import java.util.UUID;

/** Makes Twilio's identifiers from one call's dice: two letters and 32 lower-case hex digits. Owned by one call. */
final class Sids {
    private final Random dice;

    Sids(Random dice) {
        this.dice = dice;
    }

    /** Names a call. */
    String call() {
        return sid("CA");
    }

    /** Names a Media Stream. */
    String stream() {
        return sid("MZ");
    }

    /** Names one request to a server. */
    String request() {
        return new UUID(dice.nextLong(), dice.nextLong()).toString();
    }

    private String sid(String kind) {
        return kind + String.format("%016x%016x", dice.nextLong(), dice.nextLong());
    }
}
