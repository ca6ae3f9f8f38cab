package dev.sidetone.simulator.recording;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.LatencyDigest;
import dev.sidetone.simulator.timeline.Severity;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@link CallResult} as JSON and back: the components' names are the keys, in their order; decimals to a thousandth; what is unknown is
 * {@code null}; unknown keys are read over. Stateless, for any thread.
 */
public final class ResultJson {
    private static final double THOUSANDTHS = 1000;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new RoundedWriter())
                    .addSerializer(double.class, new RoundedWriter())
                    .addSerializer(Severity.class, new SeverityWriter())
                    .addDeserializer(Severity.class, new SeverityReader()))
            .addModule(new InstantModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(CallResult.Parts.class, RelayKeys.class)
            .withConfigOverride(LatencyDigest.class, samples -> samples.setIsIgnoredType(true))
            .build();

    private ResultJson() {}

    /** On one line. */
    public static String write(CallResult result) {
        return write(result, MAPPER);
    }

    /** On many lines, for people. */
    public static String writePretty(CallResult result) {
        return write(
                result,
                MAPPER.copy()
                        .rebuild()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build());
    }

    private static String write(CallResult result, JsonMapper mapper) {
        try {
            return ForeignText.json(mapper.writeValueAsString(result));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result is always JSON", e);
        }
    }

    /**
     * Reads a result.
     *
     * @throws IOException if it is not one
     */
    public static CallResult read(String json) throws IOException {
        CallResult result = parsed(json);
        if (result == null) {
            throw new IOException("there is no result in it");
        }
        CompleteRecord.check(result);
        if (!result.call().inRecording()) {
            checkOfALine(result);
        }
        Instant startedAt = result.call().startedAt();
        if (startedAt != null) {
            FactLimits.startedAt(startedAt);
        }
        return result;
    }

    /** Only a result that is of a recording may be without them. */
    private static void checkOfALine(CallResult result) throws IOException {
        String missing = result.call().callSid() == null
                ? "callSid"
                : result.call().startedAt() == null
                        ? "startedAt"
                        : result.marks() == null
                                ? "marks"
                                : result.playout() == null ? "playout" : result.line() == null ? "line" : "";
        if (!missing.isEmpty()) {
            throw new IOException("it has no " + missing + ", and is not of a recording");
        }
    }

    private static @Nullable CallResult parsed(String json) throws IOException {
        try {
            return MAPPER.readValue(json, CallResult.class);
        } catch (JsonProcessingException e) {
            throw UnreadJson.of(json, e);
        }
    }

    /** The parts of a call with ConversationRelay are left out of every other call's. */
    @SuppressWarnings("UnusedMethod") // Jackson reads their annotations
    private interface RelayKeys {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Double promptMs();

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Double firstTokenMs();

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Double voiceMs();
    }

    /** A severity is its word. */
    private static final class SeverityWriter extends StdSerializer<Severity> {
        SeverityWriter() {
            super(Severity.class);
        }

        @Override
        public void serialize(Severity value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.word());
        }
    }

    private static final class SeverityReader extends StdDeserializer<Severity> {
        SeverityReader() {
            super(Severity.class);
        }

        @Override
        public Severity deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return Severity.valueOf(json.getText().toUpperCase(Locale.ROOT));
        }
    }

    private static final class RoundedWriter extends StdSerializer<Double> {
        RoundedWriter() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(Math.round(value * THOUSANDTHS) / THOUSANDTHS);
        }
    }
}
