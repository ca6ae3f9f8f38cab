package dev.sidetone.simulator.recording;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.LatencyDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several judged calls as one JSON, with the percentiles of all their turns together. Stateless, for any thread. */
public final class RunJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final double THOUSANDTHS = 1000;

    /**
     * One of them.
     *
     * @param name what it is called
     * @param passed whether nothing failed in it
     */
    public record Judged(String name, boolean passed, CallResult call) {}

    private RunJson() {}

    /** On one line. */
    public static String write(List<Judged> all) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("sidetone", SidetoneVersion.TEXT);
        json.put("verdict", verdict(all.stream().allMatch(Judged::passed)));
        ArrayNode scenarios = json.putArray("scenarios");
        for (Judged one : all) {
            ObjectNode scenario = scenarios.addObject();
            scenario.put("name", one.name()).put("verdict", verdict(one.passed()));
            scenario.putArray("expectations");
            scenario.putArray("calls").addRawValue(new RawValue(ResultJson.write(one.call())));
        }
        LatencyDigest ttfa = ttfa(all.stream().map(Judged::call).toList());
        json.putObject("ttfa")
                .put("n", ttfa.count())
                .put("p50Ms", rounded(ttfa.p50Ms()))
                .put("p95Ms", rounded(ttfa.p95Ms()));
        return json.toString();
    }

    /** The times to first audio of all judged turns of {@code calls}. */
    public static LatencyDigest ttfa(List<CallResult> calls) {
        LatencyDigest ttfa = new LatencyDigest();
        calls.stream()
                .flatMap(call -> call.turns().stream())
                .filter(CallResult.Turn::judged)
                .forEach(turn -> {
                    if (turn.ttfaMs() != null) {
                        ttfa.recordMs(turn.ttfaMs());
                    }
                });
        return ttfa;
    }

    private static String verdict(boolean passed) {
        return passed ? "passed" : "failed";
    }

    private static @Nullable Double rounded(@Nullable Double ms) {
        return ms == null ? null : (Double) (Math.round(ms * THOUSANDTHS) / THOUSANDTHS);
    }
}
