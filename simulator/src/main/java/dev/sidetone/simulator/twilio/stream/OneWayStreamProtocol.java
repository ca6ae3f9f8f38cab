package dev.sidetone.simulator.twilio.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.simulator.line.stream.StreamProtocol;
import dev.sidetone.simulator.line.stream.Track;
import java.util.List;
import java.util.Random;

/** The messages of a {@code <Start><Stream>}: frames of one track or of both, each track with its own chunks. Owned by its stream. */
public final class OneWayStreamProtocol implements StreamProtocol {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StreamNames names;
    private final Track track;
    private final Random random;
    private long firstMs;
    private long sequence;
    private long firstDeadlineNs;

    /** @param random draws the first timestamp */
    public OneWayStreamProtocol(StreamNames names, Track track, Random random) {
        this.names = names;
        this.track = track;
        this.random = random;
    }

    @Override
    public List<String> opening() {
        firstMs = MediaStreamProtocol.firstTimestampMs(random);
        ObjectNode connected = JSON.createObjectNode();
        connected.put("event", "connected").put("protocol", "Call").put("version", "1.0.0");
        ObjectNode message = event("start");
        ObjectNode start = message.putObject("start");
        start.put("accountSid", names.accountSid());
        start.put("streamSid", names.streamSid());
        start.put("callSid", names.callSid());
        track.singles().stream().map(OneWayStreamProtocol::word).forEach(start.putArray("tracks")::add);
        start.putObject("mediaFormat")
                .put("encoding", "audio/x-mulaw")
                .put("sampleRate", LineFrame.RATE_HZ)
                .put("channels", 1);
        names.parameters().forEach(start.putObject("customParameters")::put);
        return List.of(text(connected), text(message.put("streamSid", names.streamSid())));
    }

    @Override
    public String media(Track single, LineFrame frame, long chunk, long deadlineNs) {
        if (chunk == 1) {
            firstDeadlineNs = deadlineNs;
        }
        long timestampMs = firstMs + (deadlineNs - firstDeadlineNs) / 1_000_000;
        ObjectNode message = event("media");
        message.putObject("media")
                .put("track", word(single))
                .put("chunk", Long.toString(chunk))
                .put("timestamp", Long.toString(timestampMs))
                .put("payload", MulawChunk.of(frame.mulaw()).base64());
        return text(message.put("streamSid", names.streamSid()));
    }

    @Override
    public String stop() {
        ObjectNode message = event("stop").put("streamSid", names.streamSid());
        message.putObject("stop").put("accountSid", names.accountSid()).put("callSid", names.callSid());
        return text(message);
    }

    private ObjectNode event(String event) {
        return JSON.createObjectNode().put("event", event).put("sequenceNumber", Long.toString(++sequence));
    }

    private static String word(Track single) {
        return single == Track.INBOUND ? "inbound" : "outbound";
    }

    private static String text(ObjectNode message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message is always JSON", e);
        }
    }
}
