package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fake agent's own truth about one session: what it received and wrote, and when, by the process's clock. Written on the session's
 * loop; read from any thread, in copies.
 */
public final class AgentLog {
    /** The beginning of a note about something that is taken and has no effect. */
    public static final String NOT_EMULATED = "not emulated: ";

    /** The reason for which the agent spoke. */
    public enum Why {
        /** It was asked to, as the first of all. */
        GREETING,
        /** The caller had said something. */
        TURN,
        /** The caller had pressed keys. */
        KEYS,
        /** It was asked to, later on. */
        ASKED,
        /** It had called a tool and got a result. */
        TOOL
    }

    /** The way in which an utterance ended. */
    public enum Ending {
        /** All of it was sent. */
        COMPLETED,
        /** The caller spoke over it. */
        INTERRUPTED,
        /** The other side called it off. */
        CANCELLED,
        /** It could not be said at all. */
        FAILED
    }

    /**
     * A turn of the caller that the agent heard the end of.
     *
     * @param lastVoicedAtNs receipt of the last frame with speech in it
     * @param voicedSamples how many of that frame's samples it takes to the end of its last voiced 10 ms: 80 or 160 of a line frame
     * @param stoppedAtNs after the end of the turn was reported
     * @param responseId of the answer to it, if it got one
     * @param firstDeltaAtNs after that answer's first audio was written, if it was
     */
    public record Turn(
            long lastVoicedAtNs,
            int voicedSamples,
            long stoppedAtNs,
            @Nullable String responseId,
            @Nullable Long firstDeltaAtNs) {
        private Turn answered(String by, @Nullable Long atNs) {
            return new Turn(lastVoicedAtNs, voicedSamples, stoppedAtNs, by, atNs);
        }
    }

    /**
     * Something that the agent said, to a turn or not.
     *
     * @param sinceNs from when on it thought: the end of the endpointing, or the receipt of the request
     * @param firstDeltaAtNs after its first audio was written, if it was
     * @param sentMs how much audio of it was written
     * @param ending null while it goes on
     */
    public record Spoken(
            String responseId,
            Why why,
            long sinceNs,
            @Nullable Long firstDeltaAtNs,
            double sentMs,
            @Nullable Ending ending) {
        private Spoken longer(long firstAtNs, double byMs) {
            return new Spoken(responseId, why, sinceNs, firstAtNs, sentMs + byMs, ending);
        }

        private Spoken ended(Ending how) {
            return new Spoken(responseId, why, sinceNs, firstDeltaAtNs, sentMs, how);
        }
    }

    /**
     * The caller began to speak.
     *
     * @param onsetAtNs receipt of the first voiced frame
     * @param startedAtNs after the start was reported; on a wire that never says so, when an answer that it cuts has gone out
     * @param cutResponseId the answer that this cut off, if one was under way
     */
    public record Onset(long onsetAtNs, long startedAtNs, @Nullable String cutResponseId) {}

    /** The agent was informed of keys that were pressed. */
    public record Keys(String keys, long atNs) {}

    /** The agent wanted something done: a tool, or the wire's word for a transfer or the end. */
    public record ToolCall(String callId, String name, String arguments, long atNs) {}

    /** The agent was given a tool's result. */
    public record Result(String callId, String result, boolean failed, long atNs) {}

    /** The agent was informed of how much of an item was heard. */
    public record Truncation(String itemId, long audioEndMs, long atNs) {}

    /**
     * The agent reported an error of the other side.
     *
     * @param param the path of the offending field, where it is one
     */
    public record SentError(String code, String message, @Nullable String param, long atNs) {}

    /** Something else worth knowing. */
    public record Note(String text, long atNs) {}

    private final List<Turn> turns = new ArrayList<>();
    private final List<Spoken> spoken = new ArrayList<>();
    private final List<Onset> onsets = new ArrayList<>();
    private final List<Keys> keys = new ArrayList<>();
    private final List<ToolCall> toolCalls = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private final List<Truncation> truncations = new ArrayList<>();
    private final List<SentError> sentErrors = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private long earlyBytes;
    private boolean turnAwaitsAnswer;
    private @Nullable Long heardAtNs;

    /** The caller's turns, in order. */
    public synchronized List<Turn> turns() {
        return List.copyOf(turns);
    }

    /** Everything that the agent said or began to say, in order. */
    public synchronized List<Spoken> spoken() {
        return List.copyOf(spoken);
    }

    /** The greeting, once it was asked for. */
    public synchronized @Nullable Spoken greeting() {
        return spoken.stream()
                .filter(each -> each.why() == Why.GREETING)
                .findFirst()
                .orElse(null);
    }

    /** Every time the caller began to speak. */
    public synchronized List<Onset> onsets() {
        return List.copyOf(onsets);
    }

    /** Those times when an answer was being sent. */
    public synchronized List<Onset> interruptions() {
        return onsets.stream().filter(onset -> onset.cutResponseId() != null).toList();
    }

    public synchronized List<Keys> keys() {
        return List.copyOf(keys);
    }

    /** What it wanted done. */
    public synchronized List<ToolCall> toolCalls() {
        return List.copyOf(toolCalls);
    }

    /** The results that tools returned. */
    public synchronized List<Result> results() {
        return List.copyOf(results);
    }

    public synchronized List<Truncation> truncations() {
        return List.copyOf(truncations);
    }

    /** The errors it sent. */
    public synchronized List<SentError> sentErrors() {
        return List.copyOf(sentErrors);
    }

    public synchronized List<Note> notes() {
        return List.copyOf(notes);
    }

    /** Bytes of audio that came before the session was set up for it: a bridge that did not wait. */
    public synchronized long earlyBytes() {
        return earlyBytes;
    }

    /** The time of the other side's last message, while its socket is open. */
    public synchronized @Nullable Long openSinceHeardNs() {
        return heardAtNs;
    }

    public synchronized void heardFrom(long atNs) {
        heardAtNs = atNs;
    }

    public synchronized void closed() {
        heardAtNs = null;
    }

    public synchronized void heardTooEarly(int bytes, long atNs) {
        if (earlyBytes == 0) {
            notes.add(new Note("early audio: it came before the session was set up for it, and was noise", atNs));
        }
        earlyBytes += bytes;
    }

    public synchronized void callerStarted(long onsetAtNs, long startedAtNs, boolean cuts) {
        onsets.add(new Onset(onsetAtNs, startedAtNs, cuts ? last().responseId() : null));
    }

    public synchronized void callerStopped(long lastVoicedAtNs, int voicedSamples, long stoppedAtNs) {
        turns.add(new Turn(lastVoicedAtNs, voicedSamples, stoppedAtNs, null, null));
        turnAwaitsAnswer = true;
    }

    public synchronized void answerStarted(String responseId, Why why, long sinceNs) {
        spoken.add(new Spoken(responseId, why, sinceNs, null, 0, null));
        if (turnAwaitsAnswer) {
            turnAwaitsAnswer = false;
            Turn turn = turns.get(turns.size() - 1);
            replaceLast(turns, turn.answered(responseId, null));
        }
    }

    public synchronized void answered(int bytes, long atNs) {
        Spoken now = last();
        Long first = now.firstDeltaAtNs();
        replaceLast(spoken, now.longer(first == null ? atNs : first, bytes * 1000.0 / LineFrame.RATE_HZ));
        if (first == null && !turns.isEmpty()) {
            Turn turn = turns.get(turns.size() - 1);
            if (now.responseId().equals(turn.responseId())) {
                replaceLast(turns, turn.answered(now.responseId(), atNs));
            }
        }
    }

    public synchronized void answerEnded(Ending ending) {
        replaceLast(spoken, last().ended(ending));
    }

    public synchronized void pressed(String pressed, long atNs) {
        keys.add(new Keys(pressed, atNs));
    }

    public synchronized void toolCalled(String callId, String name, String arguments, long atNs) {
        toolCalls.add(new ToolCall(callId, name, arguments, atNs));
    }

    public synchronized void resulted(String callId, String result, boolean failed, long atNs) {
        results.add(new Result(callId, result, failed, atNs));
    }

    public synchronized void truncated(String itemId, long audioEndMs, long atNs) {
        truncations.add(new Truncation(itemId, audioEndMs, atNs));
    }

    public synchronized void errorSent(ProtocolError error, long atNs) {
        sentErrors.add(new SentError(error.code(), error.message(), error.param(), atNs));
    }

    /** The agent took {@code what} and does not do it, which is noted once. */
    public synchronized void notEmulated(String what, long atNs) {
        Note note = new Note(NOT_EMULATED + what, atNs);
        if (notes.stream().noneMatch(each -> each.text().equals(note.text()))) {
            notes.add(note);
        }
    }

    public synchronized void note(String text, long atNs) {
        notes.add(new Note(text, atNs));
    }

    private static <T> void replaceLast(List<T> list, T last) {
        list.set(list.size() - 1, last);
    }

    private Spoken last() {
        return spoken.get(spoken.size() - 1);
    }
}
