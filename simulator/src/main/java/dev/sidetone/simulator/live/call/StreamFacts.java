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
 * A tapped stream as a line's facts: a tick for every frame of the caller at its own time, with what was sent played out beside it.
 * Owned by its call's thread.
 */
final class StreamFacts implements FromTwilio.Handler, ToTwilio.Handler {
    /** A hole longer than this is left one: it is not worth filling. */
    private static final long MOST_MISSING = 50 * 60;

    /** Facts wait for frames that are late, but no longer. */
    private static final long PATIENCE_NS = 1_000_000_000L;

    private final FactSink facts;
    private final StreamClock clock = new StreamClock();
    private final OutstandingMarks marks = new OutstandingMarks();
    private final EstimatedPlayout sound;
    private boolean streaming;
    private long startNs;
    private long atNs;
    private long message;
    private long tick;

    StreamFacts(FactSink facts) {
        this.facts = facts;
        this.sound = new EstimatedPlayout((clearNs, number, discarded, returned) ->
                facts.add(new Fact.ClearArrived(clearNs, number, discarded, returned)));
    }

    void take(Observation tapped) {
        atNs = tapped.atNs();
        if (tapped instanceof Observation.Heard heard) {
            heard.message().deliverTo(this);
        } else if (tapped instanceof Observation.Sent sent) {
            message++;
            sent.message().deliverTo(this);
        } else if (tapped instanceof Observation.Over over) {
            over(over);
        }
    }

    boolean isStreaming() {
        return streaming;
    }

    /** Until when everything that happened is known by {@code nowNs}: what came later may still be overtaken by a late frame. */
    long knownUntilNs(long nowNs) {
        if (!streaming) {
            return nowNs;
        }
        long lastNs = clock.lastNs() == StreamClock.NEVER ? startNs : Math.max(startNs, clock.lastNs());
        return Math.min(nowNs, Math.max(lastNs, nowNs - PATIENCE_NS));
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
        Boolean reached = marks.returned(mark.name());
        if (reached != null) {
            facts.add(new Fact.MarkEchoed(atNs, mark.name(), reached));
        }
    }

    @Override
    public void stop(FromTwilio.Stop stop) {}

    @Override
    public void media(ToTwilio.Media media) {
        byte[] mulaw = bytes(media.audio());
        facts.media(new Fact.MediaArrived(atNs, message, mulaw.length), mulaw);
        sound.sent(atNs, message, mulaw);
    }

    @Override
    public void mark(ToTwilio.Mark mark) {
        marks.sent(mark.name());
        facts.add(new Fact.MarkArrived(atNs, message, mark.name()));
    }

    @Override
    public void clear(ToTwilio.Clear clear) {
        sound.cleared(atNs, message, marks.cleared());
    }

    private void over(Observation.Over over) {
        sound.over(atNs);
        marks.forget();
        streaming = false;
        facts.add(new Fact.StreamEnded(atNs, over.code(), over.why()));
    }

    private void frame(LineFrame said, long timestampMs, long arrivedNs) {
        long beforeNs = clock.lastNs();
        long saidNs = clock.place(timestampMs, arrivedNs);
        if (saidNs == StreamClock.NEVER) {
            return;
        }
        if (beforeNs != StreamClock.NEVER) {
            missing(beforeNs, saidNs);
        }
        facts.add(new Fact.FrameWritten(atNs, tick, Math.max(0, atNs - saidNs)));
        tick(saidNs, said);
    }

    /** What never came was silent. */
    private void missing(long beforeNs, long saidNs) {
        long missing = Math.round((double) (saidNs - beforeNs) / LineFrame.NS) - 1;
        if (missing > MOST_MISSING) {
            tick += missing;
            return;
        }
        for (long i = 1; i <= missing; i++) {
            tick(beforeNs + i * LineFrame.NS, LineFrame.SILENCE);
        }
    }

    private void tick(long saidNs, LineFrame said) {
        LineFrame heard = sound.heard(saidNs);
        Fact.Tick fact = new Fact.Tick(
                saidNs,
                tick++,
                Math.max(0, atNs - saidNs),
                said.dbm0(0),
                said.dbm0(1),
                heard.dbm0(0),
                heard.dbm0(1),
                sound.heardBytes(),
                sound.queuedBytes());
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

    /** A dialect passes on what its agent wrote; what is no base64 is played by nobody. */
    private static byte[] bytes(MulawChunk chunk) {
        try {
            return chunk.decode();
        } catch (IllegalArgumentException noBase64) {
            return new byte[0];
        }
    }
}
