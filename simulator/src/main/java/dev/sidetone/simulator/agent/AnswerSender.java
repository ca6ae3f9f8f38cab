package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.voice.Speech;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one answer in chunks of uneven size, faster than real time: chunk by absolute deadlines from the first one, which goes out when
 * the answer is due. Owned by one {@link TurnController}, on the session's loop.
 */
final class AnswerSender {
    /** Takes the chunks of an answer, and is notified when there are no more. */
    interface Outlet {
        void chunk(MulawChunk audio, String words);

        void action(AgentScript.Action action);

        void sent();

        void failed(Throwable why);
    }

    /** The time until the next attempt, in the rare case that the voice is not ready. */
    private static final long LOOK_AGAIN_NS = 5_000_000;

    private final ScriptedAnswer answer;
    private final double burst;
    private final Pacing pace;
    private final Timers timers;
    private final Outlet outlet;
    private Timers.@Nullable Timer next;
    private long firstDueNs;
    private int chunks;
    private int sentBytes;

    AnswerSender(ScriptedAnswer answer, double burst, Pacing pace, Timers timers, Outlet outlet) {
        this.answer = answer;
        this.burst = burst;
        this.pace = pace;
        this.timers = timers;
        this.outlet = outlet;
    }

    /** Starts at {@code dueNs}, or now if that is over. */
    void startAt(long dueNs) {
        firstDueNs = Math.max(dueNs, timers.nowNs());
        next = timers.after(firstDueNs - timers.nowNs(), this::start);
    }

    /** Sends no more. */
    void stop() {
        if (next != null) {
            next.cancel();
            next = null;
        }
    }

    /** The part of it that was sent. */
    int sentBytes() {
        return sentBytes;
    }

    private void start() {
        AgentScript.Action action = answer.action();
        if (action != null) {
            outlet.action(action);
            outlet.sent();
            return;
        }
        if (!answer.speech().isDone()) {
            startAt(timers.nowNs() + LOOK_AGAIN_NS);
            return;
        }
        try {
            sendFrom(answer.speech().join());
        } catch (CompletionException failure) {
            outlet.failed(failure);
        }
    }

    private void sendFrom(Speech speech) {
        int from = sentBytes;
        int to = Math.min(speech.bytes(), from + pace.chunk(chunks++));
        sentBytes = to;
        if (to < speech.bytes()) {
            long dueNs = firstDueNs + pace.afterNs(to, burst);
            next = timers.after(dueNs - timers.nowNs(), () -> sendFrom(speech));
        }
        outlet.chunk(speech.chunk(from, to), words(speech, from, to));
        if (to == speech.bytes()) {
            outlet.sent();
        }
    }

    /** The words that are said between two bytes, as if all took equally long. */
    private static String words(Speech speech, int from, int to) {
        String text = speech.text();
        return text.substring(
                wordEnd(text, (double) from / speech.bytes()), wordEnd(text, (double) to / speech.bytes()));
    }

    private static int wordEnd(String text, double share) {
        int at = (int) Math.round(text.length() * share);
        int space = text.indexOf(' ', at);
        return at == 0 ? 0 : space < 0 ? text.length() : space + 1;
    }
}
