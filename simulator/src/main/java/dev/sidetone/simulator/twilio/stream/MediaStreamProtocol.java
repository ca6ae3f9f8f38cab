package dev.sidetone.simulator.twilio.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.text.JsonProblem;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.TwilioJson;
import dev.sidetone.simulator.line.stream.InvalidMessage;
import dev.sidetone.simulator.line.stream.Track;
import dev.sidetone.simulator.line.stream.TwoWayProtocol;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a {@code <Connect><Stream>}, both ways. What Twilio sends is numbered and keeps the stream's clock: a frame that is
 * never sent leaves a hole in the timestamps and none in the numbers. What a server sends is read as strictly as Twilio reads it (every
 * field must be there, of its type, and none besides), or leniently; the reader shares nothing with the codec that the bridge uses, so
 * that the two cannot be wrong together. Owned by its stream, on the line thread.
 */
public final class MediaStreamProtocol implements TwoWayProtocol {
    /** The first timestamp lies in 100..170 ms: Twilio counts from before the handshake. */
    private static final int FIRST_MS = 100;

    private static final int FIRST_SPREAD_MS = 71;
    /** Twilio's clock wanders by a millisecond now and then, never far from 20 ms a frame. */
    private static final int WANDER_ONE_IN = 24;

    private static final int MOST_WANDER_MS = 2;

    /** Jackson's words for a field that an object has twice. */
    private static final Pattern TWICE = Pattern.compile("Duplicate field '([^']*)'");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(32 << 20)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final StreamNames names;
    private final Random random;
    private final boolean lenient;
    private @Nullable IdleNoise idle;
    private long firstMs;
    private long sequence;
    private long firstDeadlineNs;
    private int wanderMs;

    /**
     * @param random draws timestamps and the noise of an idle line
     * @param lenient whether further fields are read over, and of a payload as much is decoded as can be
     */
    public MediaStreamProtocol(StreamNames names, Random random, boolean lenient) {
        this.names = names;
        this.random = random;
        this.lenient = lenient;
    }

    /** The timestamp of a stream's first frame. */
    static int firstTimestampMs(Random random) {
        return FIRST_MS + random.nextInt(FIRST_SPREAD_MS);
    }

    @Override
    public List<String> opening() {
        firstMs = firstTimestampMs(random);
        idle = new IdleNoise(random);
        return List.of(
                TwilioJson.write(new FromTwilio.Connected("Call", "1.0.0")),
                TwilioJson.write(new FromTwilio.Start(
                        ++sequence, names.accountSid(), names.streamSid(), names.callSid(), names.parameters())));
    }

    @Override
    public String media(Track track, LineFrame said, long chunk, long deadlineNs) {
        if (chunk == 1) {
            firstDeadlineNs = deadlineNs;
        }
        wander();
        MulawChunk audio = idle != null && said.equals(LineFrame.SILENCE) ? idle.frame() : MulawChunk.of(said.mulaw());
        long timestampMs = firstMs + (deadlineNs - firstDeadlineNs) / 1_000_000 + wanderMs;
        return TwilioJson.write(new FromTwilio.Media(++sequence, chunk, timestampMs, audio, names.streamSid()));
    }

    @Override
    public String key(char key) {
        return TwilioJson.write(new FromTwilio.Dtmf(++sequence, key, names.streamSid()));
    }

    @Override
    public String mark(String name) {
        return TwilioJson.write(new FromTwilio.Mark(++sequence, name, names.streamSid()));
    }

    @Override
    public String stop() {
        return TwilioJson.write(
                new FromTwilio.Stop(++sequence, names.accountSid(), names.callSid(), names.streamSid()));
    }

    @Override
    public void read(String text, Receiver receiver) throws InvalidMessage {
        JsonNode root = parse(text);
        String event = text(root, "event", "The message");
        switch (event) {
            case "media" -> {
                only(root, Set.of("event", "streamSid", "media"), "media");
                String payload = text(object(root, "media", "payload"), "payload", "media");
                receiver.media(AudioPayload.decode(payload, lenient, receiver));
            }
            case "mark" -> {
                only(root, Set.of("event", "streamSid", "mark"), "mark");
                receiver.mark(text(object(root, "mark", "name"), "name", "mark"));
            }
            case "clear" -> {
                only(root, Set.of("event", "streamSid"), "clear");
                receiver.clear();
            }
            default ->
                throw new InvalidMessage(
                        "A message has the unknown event \"" + event + "\".",
                        "A server sends media, mark and clear only.");
        }
    }

    private static JsonNode parse(String text) throws InvalidMessage {
        @Nullable JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            Matcher twice = TWICE.matcher(String.valueOf(e.getOriginalMessage()));
            String why = twice.lookingAt()
                    ? "it has the field \"" + twice.group(1) + "\" twice"
                    : JsonProblem.words(
                            text, e.getLocation() == null ? -1 : e.getLocation().getCharOffset());
            throw new InvalidMessage("A message is not JSON: " + why + ".", "Send one JSON object per text frame.");
        }
        if (root == null || !root.isObject()) {
            throw new InvalidMessage("A message is not a JSON object.", "Send one JSON object per text frame.");
        }
        return root;
    }

    /** Checks the outer object: no field besides {@code allowed}, and this stream's SID. */
    private void only(JsonNode root, Set<String> allowed, String event) throws InvalidMessage {
        if (root.has("stream_sid")) {
            throw new InvalidMessage("A " + event + " message names stream_sid.", "The field is called streamSid.");
        }
        nothingBesides(root, allowed, "A " + event + " message");
        String sid = text(root, "streamSid", "A " + event + " message");
        if (!sid.equals(names.streamSid())) {
            throw new InvalidMessage(
                    "A " + event + " message has the streamSid \"" + sid + "\", which is not this stream's.",
                    "Use the streamSid of this stream's start message: " + names.streamSid() + ".");
        }
    }

    private JsonNode object(JsonNode root, String name, String field) throws InvalidMessage {
        JsonNode inner = root.get(name);
        if (inner == null || !inner.isObject()) {
            throw new InvalidMessage(
                    "A " + name + " message has no object \"" + name + "\".",
                    "Put {\"" + field + "\":\"…\"} under \"" + name + "\".");
        }
        nothingBesides(inner, Set.of(field), "The object \"" + name + "\"");
        return inner;
    }

    private void nothingBesides(JsonNode object, Set<String> allowed, String whose) throws InvalidMessage {
        if (lenient) {
            return;
        }
        Set<String> extra = new TreeSet<>();
        object.fieldNames().forEachRemaining(extra::add);
        extra.removeAll(allowed);
        if (!extra.isEmpty()) {
            String further = String.join(", ", extra);
            throw new InvalidMessage(
                    whose + " has fields that the protocol does not know: " + further + ".",
                    "Leave out " + further + ".");
        }
    }

    private static String text(JsonNode object, String field, String whose) throws InvalidMessage {
        JsonNode value = object.get(field);
        if (value == null) {
            throw new InvalidMessage(whose + " has no " + field + ".", "Add the field \"" + field + "\".");
        }
        if (!value.isTextual()) {
            String kind = value.getNodeType().name().toLowerCase(Locale.ROOT);
            throw new InvalidMessage(
                    whose + " has a " + field + " of type " + kind + ".", "Make " + field + " a string.");
        }
        return value.textValue();
    }

    private void wander() {
        if (random.nextInt(WANDER_ONE_IN) == 0) {
            int step = random.nextBoolean() ? 1 : -1;
            wanderMs = Math.max(-MOST_WANDER_MS, Math.min(MOST_WANDER_MS, wanderMs + step));
        }
    }
}
