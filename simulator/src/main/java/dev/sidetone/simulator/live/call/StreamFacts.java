package dev.sidetone.simulator.live.call;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.ToTwilio;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import java.util.Arrays;

/**
 * Turns the messages of a call's streams into the facts that a simulated line has: a tick for each of the caller's frames, at the frame's
 * own time, with the estimated playout of the agent beside it. Owned by its call's thread.
 */
final class StreamFacts implements FromTwilio.Handler, ToTwilio.Handler {
    /** The longest gap in frames that is filled with silent ticks: one minute. */
    private static final long MOST_MISSING = 50 * 60;

    /** The time for which facts wait for late frames. */
    private static final long LATE_NS = 1_000_000_000L;

    private final FactSink facts;
    private final StreamClock clock = new StreamClock();
    private final OutstandingMarks marks = new OutstandingMarks();
    private final EstimatedPlayout playout;
    private boolean streaming;
    private long startNs;
    private long atNs;
    private long message;
    private long tick;

    StreamFacts(FactSink facts) {
        this.facts = facts;
        this.playout = new EstimatedPlayout((clearNs, number, discarded, returned) ->
                facts.add(new Fact.ClearArrived(clearNs, number, discarded, returned)));
    }

    void observe(Observation observation) {
        atNs = observation.atNs();
        if (observation instanceof Observation.Received received) {
            received.message().deliverTo(this);
        } else if (observation instanceof Observation.Sent sent) {
            message++;
            sent.message().deliverTo(this);
        } else if (observation instanceof Observation.StreamClosed closed) {
            closed(closed);
        }
    }

    boolean isStreaming() {
        return streaming;
    }

    /** The time until which everything is known by {@code nowNs}: a late frame may still come before what happened after it. */
    long knownUntilNs(long nowNs) {
        if (!streaming) {
            return nowNs;
        }
        long lastNs = clock.lastNs() == StreamClock.NEVER ? startNs : Math.max(startNs, clock.lastNs());
        return Math.min(nowNs, Math.max(lastNs, nowNs - LATE_NS));
    }

    @Override
    public void connected(FromTwilio.Connected connected) {}

    @Override
    public void start(FromTwilio.Start start) {
        clock.restart();
        streaming = true;
        startNs = atNs;
        facts.add(new Fact.StreamStarted(atNs, start.streamSid()));
    }

    @Override
    public void media(FromTwilio.Media media) {
        byte[] mulaw = bytes(media.audio());
        for (int from = 0; from == 0 || from < mulaw.length; from += LineFrame.BYTES) {
            long intoMs = from * 1000L / LineFrame.RATE_HZ;
            frame(frame(mulaw, from), media.timestampMs() + intoMs, atNs + intoMs * 1_000_000L);
        }
    }

    @Override
    public void dtmf(FromTwilio.Dtmf dtmf) {
        facts.add(new Fact.KeyPressed(atNs, dtmf.digit()));
    }

    @Override
    public void mark(FromTwilio.Mark mark) {
        Boolean played = marks.returned(mark.name());
        if (played != null) {
            facts.add(new Fact.MarkEchoed(atNs, mark.name(), played));
        }
    }

    @Override
    public void stop(FromTwilio.Stop stop) {}

    @Override
    public void media(ToTwilio.Media media) {
        byte[] mulaw = bytes(media.audio());
        facts.media(new Fact.MediaArrived(atNs, message, mulaw.length), mulaw);
        playout.sent(atNs, message, mulaw);
    }

    @Override
    public void mark(ToTwilio.Mark mark) {
        marks.sent(mark.name());
        facts.add(new Fact.MarkArrived(atNs, message, mark.name()));
    }

    @Override
    public void clear(ToTwilio.Clear clear) {
        playout.cleared(atNs, message, marks.cleared());
    }

    private void closed(Observation.StreamClosed closed) {
        playout.stop(atNs);
        marks.forget();
        streaming = false;
        facts.add(new Fact.StreamEnded(atNs, closed.code(), closed.why()));
    }

    private void frame(LineFrame said, long timestampMs, long arrivedNs) {
        long beforeNs = clock.lastNs();
        long spokenNs = clock.spokenNs(timestampMs, arrivedNs);
        if (spokenNs == StreamClock.NEVER) {
            return;
        }
        if (beforeNs != StreamClock.NEVER) {
            fillGap(beforeNs, spokenNs);
        }
        facts.add(new Fact.FrameWritten(atNs, tick, Math.max(0, atNs - spokenNs)));
        tick(spokenNs, said);
    }

    /** Frames that never came count as silent. */
    private void fillGap(long beforeNs, long spokenNs) {
        long missing = Math.round((double) (spokenNs - beforeNs) / LineFrame.NS) - 1;
        if (missing > MOST_MISSING) {
            tick += missing;
            return;
        }
        for (long i = 1; i <= missing; i++) {
            tick(beforeNs + i * LineFrame.NS, LineFrame.SILENCE);
        }
    }

    private void tick(long spokenNs, LineFrame said) {
        LineFrame heard = playout.play(spokenNs);
        Fact.Tick fact = new Fact.Tick(
                spokenNs,
                tick++,
                Math.max(0, atNs - spokenNs),
                said.dbm0(0),
                said.dbm0(1),
                heard.dbm0(0),
                heard.dbm0(1),
                playout.playedBytes(),
                playout.queuedBytes());
        facts.tick(fact, said, heard);
    }

    private static LineFrame frame(byte[] mulaw, int from) {
        if (mulaw.length == LineFrame.BYTES) {
            return LineFrame.of(mulaw);
        }
        byte[] frame = Arrays.copyOfRange(mulaw, from, from + LineFrame.BYTES);
        Arrays.fill(frame, Math.min(LineFrame.BYTES, mulaw.length - from), LineFrame.BYTES, Mulaw.SILENCE);
        return LineFrame.of(frame);
    }

    /** A dialect passes on what its agent wrote; audio that is not base64 is played by nobody. */
    private static byte[] bytes(MulawChunk chunk) {
        try {
            return chunk.decode();
        } catch (IllegalArgumentException noBase64) {
            return new byte[0];
        }
    }
}
