package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.MissedTurn;
import dev.sidetone.bridge.audio.MulawChunk;
import java.util.ArrayDeque;
import java.util.List;

/**
 * What the caller said and pressed since the agent's last word, kept in case that the agent's session ends before it answers. Owned by
 * {@link ConversationHistory}.
 */
final class UnansweredTurn {
    /** 20 ms each. An agent hears that somebody speaks up to a second late. */
    private static final int LEAD_FRAMES = 50;

    private static final int MOST_FRAMES = 500;
    private static final int MOST_KEYS = 32;

    private final ArrayDeque<MulawChunk> heard = new ArrayDeque<>();
    private final StringBuilder keys = new StringBuilder();
    private String lastAnswer = "";
    private String spokenOver = "";
    private boolean begun;
    private boolean finished;

    void heard(MulawChunk audio) {
        heard.addLast(audio);
        trim(begun ? MOST_FRAMES : LEAD_FRAMES);
    }

    void callerStarted() {
        begun = true;
        finished = false;
        spokenOver = lastAnswer;
    }

    void callerStopped() {
        finished = true;
    }

    void pressed(char digit) {
        if (keys.length() < MOST_KEYS) {
            keys.append(digit);
        }
    }

    /** The agent speaks; what comes late of an answer that was spoken over is no answer to that. */
    void answered(String answerId) {
        lastAnswer = answerId;
        if (answerId.equals(spokenOver)) {
            return;
        }
        begun = false;
        finished = false;
        keys.setLength(0);
        trim(LEAD_FRAMES);
    }

    /**
     * What a session that takes over must be told.
     *
     * @param owed whether an answer is still due: what nobody answered for long was no question
     * @param words the caller's last, where they are known
     */
    MissedTurn turn(boolean owed, String words) {
        boolean speech = begun && (owed || !finished);
        return new MissedTurn(
                speech ? List.copyOf(heard) : List.of(), finished ? words : null, owed ? keys.toString() : "");
    }

    private void trim(int frames) {
        while (heard.size() > frames) {
            heard.removeFirst();
        }
    }
}
