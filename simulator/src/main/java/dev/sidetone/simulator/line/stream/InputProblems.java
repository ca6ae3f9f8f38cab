package dev.sidetone.simulator.line.stream;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.findings.Finding;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reports what a server sends that the stream does not take: each kind once a stream, as Twilio does, and how much more of it came when
 * the stream is over. Owned by its stream, on the line thread.
 */
final class InputProblems {
    private final Consumer<Finding> findings;
    private long invalid;
    private long binary;
    private long lostBytes;
    private boolean marksFull;
    private long lastInvalid;
    private @Nullable InvalidMessage last;

    InputProblems(Consumer<Finding> findings) {
        this.findings = findings;
    }

    void invalid(InvalidMessage what, long message) {
        last = what;
        lastInvalid = message;
        if (++invalid == 1) {
            findings.accept(StreamFindings.invalid(what, message));
        }
    }

    void binary(long message) {
        if (++binary == 1) {
            findings.accept(StreamFindings.binary(message));
        }
    }

    /** There was no room for so many bytes. */
    void overflow(long bytes, long message) {
        if (lostBytes == 0) {
            findings.accept(StreamFindings.queueFull(message));
        }
        lostBytes += bytes;
    }

    /** There was no room for a mark. */
    void marksOverflow(long message) {
        if (!marksFull) {
            marksFull = true;
            findings.accept(StreamFindings.marksFull(message));
        }
    }

    /** Reports how much more there was of what was reported. */
    void streamOver() {
        if (invalid > 1 && last != null) {
            findings.accept(StreamFindings.moreInvalid(invalid - 1, last, lastInvalid));
        }
        if (binary > 1) {
            findings.accept(StreamFindings.moreBinary(binary - 1));
        }
        if (lostBytes > 0) {
            findings.accept(StreamFindings.lostInAll(lostBytes / LineFrame.RATE_HZ));
        }
    }
}
