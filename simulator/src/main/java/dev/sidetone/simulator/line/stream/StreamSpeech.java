package dev.sidetone.simulator.line.stream;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.TwilioJson;
import java.util.Map;
import java.util.Random;

/**
 * Twilio's side of one Media Stream: numbers every message and keeps the stream's clock. A frame that is never sent leaves a hole in the
 * timestamps and none in the numbers. Owned by its stream, on the line thread.
 */
public final class StreamSpeech {
    /** The first timestamp lies in 100..170 ms: Twilio counts from before the handshake. */
    private static final int FIRST_MS = 100;

    private static final int FIRST_SPREAD_MS = 71;
    /** Twilio's clock wanders by a millisecond now and then, never far from 20 ms a frame. */
    private static final int WANDER_ONE_IN = 24;

    private static final int MOST_WANDER_MS = 2;

    private final String accountSid;
    private final String callSid;
    private final String streamSid;
    private final Random dice;
    private final StreamWire wire;
    private final IdleLine idle;
    private final int firstMs;
    private long sequence;
    private long chunk;
    private long firstTick;
    private int wanderMs;

    StreamSpeech(StreamWire wire, StreamNames names, Random dice) {
        this.wire = wire;
        this.accountSid = names.accountSid();
        this.callSid = names.callSid();
        this.streamSid = names.streamSid();
        this.dice = dice;
        this.firstMs = FIRST_MS + dice.nextInt(FIRST_SPREAD_MS);
        this.idle = new IdleLine(dice);
    }

    /** Who a stream belongs to. */
    public record StreamNames(String accountSid, String callSid, String streamSid) {}

    void connected() {
        send(new FromTwilio.Connected("Call", "1.0.0"));
    }

    void start(Map<String, String> parameters) {
        send(new FromTwilio.Start(++sequence, accountSid, streamSid, callSid, parameters));
    }

    /** Sends the frame of one tick, unless too many are waiting already; says whether it went out. */
    boolean media(LineFrame said, long tick, long deadlineNs) {
        if (wire.isFull()) {
            return false;
        }
        if (chunk == 0) {
            firstTick = tick;
        }
        wander();
        MulawChunk audio = said.equals(LineFrame.SILENCE) ? idle.frame() : MulawChunk.of(said.mulaw());
        long timestampMs = firstMs + (tick - firstTick) * LineFrame.MS + wanderMs;
        String text = TwilioJson.write(new FromTwilio.Media(++sequence, ++chunk, timestampMs, audio, streamSid));
        wire.frame(text, tick, deadlineNs);
        return true;
    }

    void dtmf(char digit) {
        send(new FromTwilio.Dtmf(++sequence, digit, streamSid));
    }

    void mark(String name) {
        send(new FromTwilio.Mark(++sequence, name, streamSid));
    }

    void stop() {
        send(new FromTwilio.Stop(++sequence, accountSid, callSid, streamSid));
    }

    private void send(FromTwilio message) {
        wire.other(TwilioJson.write(message));
    }

    private void wander() {
        if (dice.nextInt(WANDER_ONE_IN) == 0) {
            int step = dice.nextBoolean() ? 1 : -1;
            wanderMs = Math.max(-MOST_WANDER_MS, Math.min(MOST_WANDER_MS, wanderMs + step));
        }
    }
}
