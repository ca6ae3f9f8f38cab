package dev.sidetone.simulator.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sidetone.bridge.file.RegularFile;
import dev.sidetone.simulator.timeline.LatencyDigest;
import dev.sidetone.simulator.timeline.MeasuredAt;
import dev.sidetone.simulator.timeline.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a {@code result.json} that a list shows, read past everything else: hundreds of them are read at once. Owned by one thread, which reads one
 * after the other.
 */
final class ResultSummary {
    private static final int MOST_BYTES = 16 << 20;
    /** More than the longest call that Twilio allows. */
    private static final double LONGEST_MS = 100 * 3_600_000.0;

    private static final JsonFactory JSON = new JsonFactory();

    @Nullable
    Instant startedAt;

    @Nullable
    Double durationMs;

    @Nullable
    Double medianTtfaMs;

    boolean atBridge;
    int findings;
    boolean failed;

    private final LatencyDigest ttfa;

    private ResultSummary(LatencyDigest ttfa) {
        this.ttfa = ttfa;
    }

    /**
     * Reads a result.
     *
     * @param ttfa a digest to compute with, whose samples are forgotten
     * @throws IOException if it is not JSON of a result
     */
    static ResultSummary read(Path json, LatencyDigest ttfa) throws IOException {
        ResultSummary summary = new ResultSummary(ttfa);
        try (JsonParser parser = JSON.createParser(RegularFile.read(json, MOST_BYTES))) {
            summary.result(parser);
        } catch (DateTimeException e) {
            throw new IOException("its startedAt is no time", e);
        }
        return summary;
    }

    private void result(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("it is no object");
        }
        boolean seen = false;
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (key.equals("call") && value == JsonToken.START_OBJECT) {
                call(json);
                seen = true;
            } else if (key.equals("turns") && value == JsonToken.START_ARRAY) {
                turns(json);
            } else if (key.equals("findings") && value == JsonToken.START_ARRAY) {
                findings(json);
            } else {
                json.skipChildren();
            }
        }
        if (!seen) {
            throw new IOException("it has no call");
        }
    }

    private void call(JsonParser json) throws IOException {
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (key.equals("startedAt") && value == JsonToken.VALUE_STRING) {
                startedAt = Instant.parse(json.getText());
                FactLimits.startedAt(startedAt);
            } else if (key.equals("durationMs") && value.isNumeric()) {
                double ms = json.getDoubleValue();
                durationMs = ms >= 0 && ms <= LONGEST_MS ? (Double) ms : null;
            } else if (key.equals("measured")) {
                atBridge = MeasuredAt.BRIDGE.word().equals(json.getText());
            }
            json.skipChildren();
        }
    }

    private void turns(JsonParser json) throws IOException {
        ttfa.clear();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            turn(json);
        }
        medianTtfaMs = ttfa.p50Ms();
    }

    private void turn(JsonParser json) throws IOException {
        double ttfaMs = Double.NaN;
        boolean judged = false;
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            if (key.equals("ttfaMs") && value.isNumeric()) {
                ttfaMs = json.getDoubleValue();
            } else if (key.equals("judged")) {
                judged = value == JsonToken.VALUE_TRUE;
            }
            json.skipChildren();
        }
        if (judged && !Double.isNaN(ttfaMs)) {
            ttfa.recordMs(ttfaMs);
        }
    }

    private void findings(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            findings++;
            for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                json.nextToken();
                failed |= key.equals("severity") && Severity.ERROR.word().equals(json.getText());
                json.skipChildren();
            }
        }
    }
}
