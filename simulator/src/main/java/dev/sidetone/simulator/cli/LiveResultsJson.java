package dev.sidetone.simulator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.cli.option.ResultOptions;
import dev.sidetone.simulator.live.LiveController;
import dev.sidetone.simulator.live.LostCalls.LostCall;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.live.number.RestoreResult;
import dev.sidetone.simulator.recording.ResultJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the results of a live session as JSON, the calls in the order in which they began. Stateless. */
final class LiveResultsJson {
    private static final int DECIMALS = 4;
    /** Numbers keep the digits with which they were written. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private LiveResultsJson() {}

    /**
     * Writes the results to the file of {@code --json}, if there is one.
     *
     * @param live the live mode that was left
     */
    static void write(ResultOptions options, List<LiveCallResult> calls, LiveController live) throws CannotRun {
        options.write(text(calls, live.putBackResults(), live.lostCalls()));
    }

    /**
     * The results as JSON.
     *
     * @param numbers the last result of putting each number back
     * @param lost the calls that never reached the bridge
     */
    static String text(List<LiveCallResult> calls, List<RestoreResult> numbers, List<LostCall> lost) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("sidetone", SidetoneVersion.TEXT).put("measured", "bridge");
        ArrayNode all = json.putArray("calls");
        calls.forEach(call -> all.add(json(call)));
        json.set("estimatedCost", cost(sum(calls)));
        ArrayNode restored = json.putArray("numbers");
        for (RestoreResult number : numbers) {
            restored.addObject()
                    .put("number", number.number())
                    .put(
                            "outcome",
                            number.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("what", number.what())
                    .put("cure", number.cure());
        }
        ArrayNode lostCalls = json.putArray("lostCalls");
        for (LostCall call : lost) {
            lostCalls
                    .addObject()
                    .put("callSid", call.callSid())
                    .put("code", call.code().isEmpty() ? null : call.code())
                    .put("what", call.what())
                    .put("cure", call.cure());
        }
        return json.toString();
    }

    private static ObjectNode json(LiveCallResult call) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("from", call.from()).put("to", call.to());
        json.put("direction", call.isOutbound() ? "outbound" : "inbound").put("status", call.status());
        json.set("cost", cost(call.cost()));
        json.setAll((ObjectNode) read(ResultJson.write(call.result())));
        return json;
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result that is not JSON", e);
        }
    }

    private static JsonNode cost(LiveCall.@Nullable Cost cost) {
        return cost == null
                ? MAPPER.nullNode()
                : MAPPER.createObjectNode()
                        .put("twilio", decimal(cost.twilio()))
                        .put("agent", decimal(cost.agent()))
                        .put("currency", cost.currency());
    }

    private static BigDecimal decimal(double amount) {
        return BigDecimal.valueOf(amount).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** The cost of all calls together, or null without rates. */
    static LiveCall.@Nullable Cost sum(List<LiveCallResult> calls) {
        double twilio = 0;
        double agent = 0;
        @Nullable String currency = null;
        for (LiveCallResult call : calls) {
            LiveCall.Cost cost = call.cost();
            if (cost != null) {
                twilio += cost.twilio();
                agent += cost.agent();
                currency = cost.currency();
            }
        }
        return currency == null ? null : new LiveCall.Cost(twilio, agent, currency);
    }
}
