package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.MissedTurn;
import dev.sidetone.bridge.audio.MulawChunk;
import java.util.List;

/**
 * The caller's audio and keys since the agent's last words, kept in case the agent's session ends before it answers. Owned by
 * {@link AgentSessions}.
 */
final class UnansweredTurn {
    /** 20 ms each. An agent reports the start of speech up to a second late. */
    private static final int LEAD_FRAMES = 50;

    private static final int MOST_FRAMES = 500;
    private static final int MOST_KEYS = 32;

    private final HeardFrames heard = new HeardFrames();
    private final StringBuilder keys = new StringBuilder();
    private String lastAnswer = "";
    private String spokenOver = "";
    private boolean begun;
    private boolean finished;

    void add(MulawChunk audio) {
        heard.add(audio, begun ? MOST_FRAMES : LEAD_FRAMES);
    }

    /** Takes in an event of the current session. */
    void add(AgentEvent event) {
        if (event instanceof AgentEvent.CallerStarted) {
            begins();
        } else if (event instanceof AgentEvent.CallerStopped) {
            finished = true;
        } else if (event instanceof AgentEvent.CallerHeard heardSelf) {
            if (heardSelf.speaking()) {
                begins();
            } else {
                finished = true;
            }
        } else if (event instanceof AgentEvent.Audio audio) {
            answered(audio.answerId());
        }
    }

    /** The caller has begun to speak, and the agent has not answered since. */
    boolean isBegun() {
        return begun;
    }

    private void begins() {
        begun = true;
        finished = false;
        spokenOver = lastAnswer;
    }

    /** Takes in a key that the caller pressed. */
    void add(char digit) {
        if (keys.length() < MOST_KEYS) {
            keys.append(digit);
        }
    }

    /** The agent speaks; late audio of an interrupted answer does not answer the interruption. */
    private void answered(String answerId) {
        lastAnswer = answerId;
        if (answerId.equals(spokenOver)) {
            return;
        }
        begun = false;
        finished = false;
        keys.setLength(0);
        heard.trim(LEAD_FRAMES);
    }

    /**
     * The turn that a session which takes over has to answer.
     *
     * @param owed whether an answer is still due: speech that stayed unanswered for long needed none
     * @param words the caller's last words, or an empty text
     */
    MissedTurn missed(boolean owed, String words) {
        boolean speech = begun && (owed || !finished);
        return new MissedTurn(speech ? heard.all() : List.of(), finished ? words : null, owed ? keys.toString() : "");
    }
}
