package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentMemory;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.MulawChunk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Accounts for the agent audio that was sent to Twilio and how much of it the caller has heard, by returned marks and the time since.
 *
 * <p>Between two marks the playout is taken to run in real time, but never past a mark that has not come back; audio sent into silence
 * is taken to start a whole tick later, which is the latest it can. So the account is never ahead of the caller's ear, and at most two
 * ticks and a mark's travel time behind it. Owned by one {@link Call}.
 */
final class PlayoutLedger {
    private static final String PREFIX = "s";
    private static final int MOST_DIGITS = 18;

    /** A stretch of one answer, up to a mark. Positions count bytes since the call began. */
    private record Stretch(String answerId, long fromByte, long toByte) {}

    /** An answer that was cut by a clear, of which {@code heardMs} milliseconds were heard. */
    record Cut(String answerId, long heardMs) {}

    private final ArrayDeque<Stretch> unheard = new ArrayDeque<>();
    private long sentBytes;
    /** The number of the last mark that was sent. */
    private long marks;
    /** The number of the last mark that came back or was cleared. */
    private long heardMarks;

    private String answerId = "";
    private long answerFromByte;
    /** The playout was at or past {@code anchorByte} at {@code anchorNs}. */
    private long anchorByte;

    private long anchorNs;

    /** Records a chunk that is sent now; returns the name of the mark to queue behind it. */
    String sent(String answer, MulawChunk chunk, long nowNs) {
        if (unheard.isEmpty()) {
            anchorByte = sentBytes;
            anchorNs = nowNs + LineFrame.NS;
        }
        if (!answer.equals(answerId)) {
            answerId = answer;
            answerFromByte = sentBytes;
        }
        // The ledger's own copy of the id: each message brings another.
        Stretch stretch = new Stretch(answerId, answerFromByte, sentBytes + chunk.bytes());
        sentBytes = stretch.toByte();
        unheard.add(stretch);
        return PREFIX + ++marks;
    }

    /** Records a mark that came back; a name that is not pending (returned by a clear, or never ours) changes nothing. */
    void returned(String mark, long nowNs) {
        long number = pending(mark);
        while (number > heardMarks) {
            heardMarks++;
            anchorByte = unheard.remove().toByte();
            anchorNs = nowNs;
        }
    }

    /** The number of a mark that is pending, or 0: pending ones are numbered without a gap. */
    private long pending(String mark) {
        if (!mark.startsWith(PREFIX) || mark.length() > PREFIX.length() + MOST_DIGITS) {
            return 0;
        }
        long number = 0;
        for (int i = PREFIX.length(); i < mark.length(); i++) {
            int digit = mark.charAt(i) - '0';
            if (digit < 0 || digit > 9 || (digit == 0 && number == 0)) {
                return 0;
            }
            number = 10 * number + digit;
        }
        return number <= marks ? number : 0;
    }

    /** True when no more may be sent before something is heard. */
    boolean isFull() {
        return unheard.size() >= AgentMemory.UNHEARD;
    }

    /** True while sent audio has not been heard. */
    boolean isPlaying() {
        return !unheard.isEmpty();
    }

    /** The duration of what was sent and not heard, in nanoseconds. */
    long unheardNs(long nowNs) {
        return (sentBytes - heardByte(nowNs)) * LineFrame.SAMPLE_NS;
    }

    /** Drops what a clear discards; returns every answer that was not heard to its end, in playing order. */
    List<Cut> cleared(long nowNs) {
        long heardTo = heardByte(nowNs);
        List<Cut> cuts = new ArrayList<>();
        @Nullable String last = null;
        for (Stretch stretch : unheard) {
            if (!stretch.answerId().equals(last)) {
                last = stretch.answerId();
                cuts.add(new Cut(last, Math.max(0, heardTo - stretch.fromByte()) * 1000 / LineFrame.RATE_HZ));
            }
        }
        unheard.clear();
        heardMarks = marks;
        return cuts;
    }

    private long heardByte(long nowNs) {
        Stretch playing = unheard.peek();
        long elapsedBytes = Math.max(0, nowNs - anchorNs) / LineFrame.SAMPLE_NS;
        return playing == null ? sentBytes : Math.min(anchorByte + elapsedBytes, playing.toByte());
    }
}
