package dev.sidetone.simulator.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.load.Capacity;
import dev.sidetone.simulator.load.GeneratorCost;
import dev.sidetone.simulator.load.LoadResult;
import dev.sidetone.simulator.load.LoadResult.Second;
import dev.sidetone.simulator.load.LoadResult.Spread;
import org.jspecify.annotations.Nullable;

/** Writes what a load gave as one JSON. What was not observed, or is withheld, is null. Stateless, for any thread. */
public final class LoadJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final double THOUSANDTHS = 1000;

    private LoadJson() {}

    /** On one line. */
    public static String write(LoadResult load) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("sidetone", SidetoneVersion.TEXT);
        json.putObject("calls")
                .put("started", load.started())
                .put("answered", load.answered())
                .put("failed", load.failed())
                .put("dropped", load.dropped());
        json.putObject("turns").put("made", load.turns()).put("unanswered", load.unanswered());
        Spread ttfa = load.ttfa();
        json.putObject("ttfa")
                .put("n", ttfa.n())
                .put("p50Ms", rounded(ttfa.p50Ms()))
                .put("p95Ms", rounded(ttfa.p95Ms()));
        Spread silence = load.silence();
        json.putObject("bargeIn")
                .put("n", silence.n())
                .put("silenceP50Ms", rounded(silence.p50Ms()))
                .put("silenceP95Ms", rounded(silence.p95Ms()));
        Spread lateness = load.lateness();
        json.putObject("lateness")
                .put("p50Ms", rounded(lateness.p50Ms()))
                .put("p99Ms", rounded(lateness.p99Ms()))
                .put("maxMs", rounded(load.latenessMaxMs()))
                .put("withheld", load.withheldSeconds() > 0)
                .put("withheldSeconds", load.withheldSeconds());
        ArrayNode seconds = json.putArray("perSecond");
        load.seconds().forEach(second -> write(second, seconds.addObject()));
        ArrayNode failures = json.putArray("failures");
        load.failures().forEach(failure -> failures.addObject()
                .put("code", failure.code())
                .put("what", failure.what())
                .put("cure", failure.cure())
                .put("calls", failure.calls()));
        write(load.capacity(), json);
        write(load.cost(), json);
        return json.toString();
    }

    private static void write(Second second, ObjectNode json) {
        boolean shown = !second.withheld();
        json.put("atS", second.atS())
                .put("calls", second.calls())
                .put("ttfaP50Ms", shown ? rounded(second.ttfa().p50Ms()) : null)
                .put("failed", shown ? (Integer) second.failed() : null)
                .put("latenessP99Ms", rounded(second.latenessP99Ms()))
                .put("withheld", second.withheld());
    }

    private static void write(@Nullable Capacity capacity, ObjectNode json) {
        if (capacity == null) {
            json.putNull("capacity");
            return;
        }
        Capacity.Limit limit = capacity.limit();
        json.putObject("capacity").put("calls", capacity.calls()).put("limit", limit == null ? null : limit.word());
    }

    private static void write(@Nullable GeneratorCost cost, ObjectNode json) {
        if (cost != null) {
            json.putObject("process")
                    .put("cores", rounded(cost.cores()))
                    .put("threads", cost.threads())
                    .put("heapBytes", cost.heapBytes());
        }
    }

    private static @Nullable Double rounded(@Nullable Double number) {
        return number == null ? null : (Double) (Math.round(number * THOUSANDTHS) / THOUSANDTHS);
    }
}
