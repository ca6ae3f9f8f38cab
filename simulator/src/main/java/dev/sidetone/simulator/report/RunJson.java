package dev.sidetone.simulator.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.recording.ResultJson;
import dev.sidetone.simulator.scenario.Checked;
import dev.sidetone.simulator.scenario.Verdict;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.LatencyDigest;
import dev.sidetone.simulator.timeline.RunFigures;
import dev.sidetone.simulator.timeline.TurnTakingRates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes several judged calls as one JSON, with the percentiles of all their turns together. Stateless, for any thread. */
public final class RunJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final double THOUSANDTHS = 1000;

    private RunJson() {}

    /** On one line; {@code verdict} is that of all together. */
    public static String write(Verdict verdict, List<JudgedCalls> all) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("sidetone", SidetoneVersion.TEXT);
        json.put("verdict", verdict.word());
        ArrayNode scenarios = json.putArray("scenarios");
        all.forEach(one -> write(one, scenarios.addObject()));
        List<CallResult> calls =
                all.stream().flatMap(one -> one.calls().stream()).toList();
        RunFigures figures = new RunFigures(calls);
        LatencyDigest ttfa = figures.ttfa();
        json.putObject("ttfa")
                .put("n", ttfa.count())
                .put("p50Ms", rounded(ttfa.p50Ms()))
                .put("p95Ms", rounded(ttfa.p95Ms()));
        if (!figures.turnTaking().isEmpty()) {
            write(figures.turnTaking(), json.putObject("turnTaking"));
        }
        trust(json, figures);
        return json.toString();
    }

    private static void write(TurnTakingRates rates, ObjectNode json) {
        write(rates.yield(), json.putObject("yield"));
        ObjectNode selectivity = json.putObject("selectivity");
        rates.selectivity().forEach((kind, rate) -> write(rate, selectivity.putObject(kind.word())));
    }

    private static void write(TurnTakingRates.Rate rate, ObjectNode json) {
        json.put("n", rate.n()).put("unjudged", rate.unjudged()).put("rate", rounded(rate.share()));
    }

    /** How far the figures can be trusted. */
    private static void trust(ObjectNode json, RunFigures turns) {
        json.putObject("turns").put("made", turns.turns()).put("judged", turns.judged());
        json.putObject("lateness")
                .put("p50Ms", rounded(turns.lateness().p50Ms()))
                .put("p99Ms", rounded(turns.lateness().p99Ms()))
                .put("maxMs", rounded(turns.lateness().maxMs()));
    }

    private static void write(JudgedCalls one, ObjectNode scenario) {
        scenario.put("name", one.name());
        if (one.against() != null) {
            scenario.put("against", one.against());
        }
        scenario.put("verdict", one.verdict().word());
        ArrayNode expectations = scenario.putArray("expectations");
        for (Checked checked : one.checked()) {
            expectations
                    .addObject()
                    .put("step", checked.step())
                    .put("want", checked.want())
                    .put("got", checked.got())
                    .put("atMs", rounded(checked.atMs()))
                    .put("held", checked.held());
        }
        ArrayNode calls = scenario.putArray("calls");
        one.calls().forEach(call -> calls.addRawValue(new RawValue(ResultJson.write(call))));
    }

    private static @Nullable Double rounded(@Nullable Double ms) {
        return ms == null ? null : (Double) (Math.round(ms * THOUSANDTHS) / THOUSANDTHS);
    }
}
