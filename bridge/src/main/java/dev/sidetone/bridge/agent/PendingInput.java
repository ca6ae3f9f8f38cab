package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.audio.MulawChunk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds the caller's audio, keys and reports until an agent is ready: those that an earlier session left unanswered, and those since.
 * Owned by one {@link RemoteAgentLeg}.
 */
final class PendingInput {
    private final ArrayDeque<MulawChunk> audio = new ArrayDeque<>();
    private final StringBuilder keys = new StringBuilder();
    private final List<String> news = new ArrayList<>();
    private @Nullable MissedTurn missed;

    /** Keeps {@code most} frames at most, the newest. */
    void add(MulawChunk frame, int most) {
        audio.add(frame);
        if (audio.size() > most) {
            audio.removeFirst();
        }
    }

    void add(char digit) {
        keys.append(digit);
    }

    void add(MissedTurn turn) {
        missed = turn;
    }

    void add(String something) {
        news.add(something);
    }

    /** Gives all of it, the oldest first, to an agent that is ready. */
    void giveTo(AgentDialect dialect, AgentPort port) {
        giveMissed(dialect, port);
        news.forEach(each -> dialect.learn(each, port));
        news.clear();
        audio.forEach(frame -> dialect.hear(frame, port));
        audio.clear();
        keys.chars().forEach(digit -> dialect.press((char) digit, port));
        keys.setLength(0);
    }

    private void giveMissed(AgentDialect dialect, AgentPort port) {
        MissedTurn turn = missed;
        missed = null;
        if (turn == null) {
            return;
        }
        if (dialect.takesBursts()) {
            turn.audio().forEach(frame -> dialect.hear(frame, port));
        } else if (!turn.audio().isEmpty()) {
            giveInWords(turn.words(), dialect, port);
        }
        turn.keys().chars().forEach(digit -> dialect.press((char) digit, port));
    }

    private static void giveInWords(@Nullable String words, AgentDialect dialect, AgentPort port) {
        if (words == null) {
            dialect.hearsRestOfTurn(port);
        } else {
            dialect.answer(words, port);
        }
    }
}
