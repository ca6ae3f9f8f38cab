package dev.sidetone.simulator.recording;

import dev.sidetone.simulator.timeline.Fact;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a recording whose facts have times or sizes that no call has: they are folded into figures and drawn, which costs as much as they
 * claim. One for each reading of a recording.
 */
final class FactLimits {
    /** Twilio ends a call after 4 h, a transferred one after as long again. */
    private static final double MOST_NS = 48 * 3600e9;

    private static final long MOST_TICKS = 48 * 3600 * 50L;
    private static final int FRAME_BYTES = 160;
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private @Nullable Long firstNs;

    /** Throws an {@code IOException} that names what is wrong with {@code fact}, if anything is. */
    void check(Fact fact) throws IOException {
        if (firstNs == null) {
            firstNs = fact.atNs();
        }
        instant(fact, "atNs", fact.atNs());
        if (fact instanceof Fact.CallPlaced placed) {
            startedAt(placed.startedAt());
        } else if (fact instanceof Fact.CallerStarted started) {
            instant(fact, "startNs", started.startNs());
        } else if (fact instanceof Fact.CallerEnded ended) {
            instant(fact, "endNs", ended.endNs());
        } else if (fact instanceof Fact.ProbeStarted started) {
            instant(fact, "startNs", started.startNs());
        } else if (fact instanceof Fact.ProbeEnded ended) {
            instant(fact, "endNs", ended.endNs());
        } else if (fact instanceof Fact.WebhookAnswered answered) {
            duration(fact, "tookNs", answered.tookNs());
        } else if (fact instanceof Fact.StreamOpened opened) {
            duration(fact, "tookNs", opened.tookNs());
        } else if (fact instanceof Fact.DialEnded dialled) {
            duration(fact, "talkedNs", dialled.talkedNs());
        } else if (fact instanceof Fact.FrameWritten written) {
            duration(fact, "lateNs", written.lateNs());
            within(fact, "tick", written.tick(), MOST_TICKS);
        } else if (fact instanceof Fact.Tick tick) {
            tick(tick);
        } else if (fact instanceof Fact.MediaArrived media) {
            within(fact, "bytes", media.bytes(), Integer.MAX_VALUE);
        } else if (fact instanceof Fact.TokenArrived token) {
            within(fact, "message", token.message(), Integer.MAX_VALUE);
        } else if (fact instanceof Fact.MessagePassed passed) {
            instant(fact, "firstNs", passed.firstNs());
            within(fact, "message", passed.message(), Integer.MAX_VALUE);
            within(fact, "count", passed.count(), Integer.MAX_VALUE);
            within(fact, "soundChars", passed.soundChars(), Integer.MAX_VALUE);
        } else if (fact instanceof Fact.ClearArrived clear) {
            within(fact, "discardedBytes", clear.discardedBytes(), Integer.MAX_VALUE);
        }
    }

    private static void tick(Fact.Tick tick) throws IOException {
        duration(tick, "lateNs", tick.lateNs());
        within(tick, "tick", tick.tick(), MOST_TICKS);
        within(tick, "heardBytes", tick.heardBytes(), FRAME_BYTES);
        within(tick, "queuedBytes", tick.queuedBytes(), Integer.MAX_VALUE);
    }

    /** Checks when the call began, as a result or its first fact says. */
    static void startedAt(@Nullable Instant at) throws IOException {
        if (at != null && (at.isBefore(EARLIEST) || at.isAfter(LATEST))) {
            throw new IOException("it says that the call began at " + at + ", when there were no such calls");
        }
    }

    private void instant(Fact fact, String name, long ns) throws IOException {
        double sinceNs = (double) ns - (firstNs == null ? ns : (double) firstNs);
        if (Math.abs(sinceNs) > MOST_NS) {
            throw wrong(fact, name, ns, "two days from the call's first fact, and no call is so long");
        }
    }

    /** Clocks of two threads may differ a little, so that a duration may be below zero. */
    private static void duration(Fact fact, String name, long ns) throws IOException {
        if (Math.abs((double) ns) > MOST_NS) {
            throw wrong(fact, name, ns, "more than two days, and no call is so long");
        }
    }

    private static void within(Fact fact, String name, long value, long most) throws IOException {
        if (value < 0 || value > most) {
            throw wrong(fact, name, value, "not 0 to " + most);
        }
    }

    private static IOException wrong(Fact fact, String name, long value, String why) {
        return new IOException(
                "its fact " + fact.getClass().getSimpleName() + " has " + name + " " + value + ", which is " + why);
    }
}
