package dev.sidetone.simulator.line.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.socket.Connection;
import java.util.Random;

/**
 * What Twilio says on a one-way stream: frames of one track or of both, each track counting its own chunks; no keys, no marks. Owned by
 * its stream, on the line thread.
 */
final class OneWaySpeech {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The first timestamp lies in 100..170 ms, as on every stream. */
    private static final int FIRST_MS = 100;

    private static final int FIRST_SPREAD_MS = 71;

    private final Connection wire;
    private final StreamSpeech.StreamNames names;
    private final StreamNoun noun;
    private final FrameStamps stamps;
    private final int firstMs;
    private long sequence;
    private long chunk;
    private long firstDeadlineNs;

    OneWaySpeech(Connection wire, StreamSpeech.StreamNames names, StreamNoun noun, Random dice, FrameStamps stamps) {
        this.wire = wire;
        this.names = names;
        this.noun = noun;
        this.stamps = stamps;
        this.firstMs = FIRST_MS + dice.nextInt(FIRST_SPREAD_MS);
    }

    /** {@code connected} and {@code start}. */
    void start() {
        ObjectNode connected = JSON.createObjectNode();
        connected.put("event", "connected").put("protocol", "Call").put("version", "1.0.0");
        send(connected);
        ObjectNode message = event("start");
        ObjectNode start = message.putObject("start");
        start.put("accountSid", names.accountSid());
        start.put("streamSid", names.streamSid());
        start.put("callSid", names.callSid());
        noun.track().tracks().forEach(start.putArray("tracks")::add);
        start.putObject("mediaFormat")
                .put("encoding", "audio/x-mulaw")
                .put("sampleRate", LineFrame.RATE_HZ)
                .put("channels", 1);
        noun.parameters().forEach(start.putObject("customParameters")::put);
        send(message.put("streamSid", names.streamSid()));
    }

    /** Sends one tick's frames, unless too many are waiting already; says whether they went out. */
    boolean media(LineFrame said, LineFrame heard, long deadlineNs) {
        if (chunk == 0) {
            firstDeadlineNs = deadlineNs;
        }
        chunk++;
        boolean sent = true;
        for (String track : noun.track().tracks()) {
            sent &= media(track, track.equals("inbound") ? said : heard, deadlineNs);
        }
        return sent;
    }

    void stop() {
        ObjectNode message = event("stop").put("streamSid", names.streamSid());
        message.putObject("stop").put("accountSid", names.accountSid()).put("callSid", names.callSid());
        send(message);
    }

    private boolean media(String track, LineFrame frame, long deadlineNs) {
        if (stamps.isFull()) {
            return false;
        }
        long timestampMs = firstMs + (deadlineNs - firstDeadlineNs) / 1_000_000;
        ObjectNode message = event("media");
        message.putObject("media")
                .put("track", track)
                .put("chunk", Long.toString(chunk))
                .put("timestamp", Long.toString(timestampMs))
                .put("payload", MulawChunk.of(frame.mulaw()).base64());
        stamps.frame(chunk, deadlineNs);
        wire.send(text(message.put("streamSid", names.streamSid())));
        return true;
    }

    private ObjectNode event(String event) {
        return JSON.createObjectNode().put("event", event).put("sequenceNumber", Long.toString(++sequence));
    }

    private void send(ObjectNode message) {
        stamps.other();
        wire.send(text(message));
    }

    private static String text(ObjectNode message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message is always JSON", e);
        }
    }
}
