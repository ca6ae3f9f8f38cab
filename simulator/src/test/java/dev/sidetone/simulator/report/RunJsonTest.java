package dev.sidetone.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sidetone.fixtures.ProbeKind;
import dev.sidetone.simulator.scenario.PlayedCall;
import dev.sidetone.simulator.scenario.PlayedScenario;
import dev.sidetone.simulator.scenario.Verdict;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.FakeCall;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aRunHasTheKeysThatScriptsRelyOn() throws Exception {
        JsonNode run = JSON.readTree(RunJson.write(
                Verdict.FAILED, List.of(JudgedCalls.of(SampleRuns.passed()), JudgedCalls.of(SampleRuns.failed()))));

        assertThat(names(run))
                .containsExactly("sidetone", "verdict", "scenarios", "ttfa", "turnTaking", "turns", "lateness");
        JsonNode failed = run.at("/scenarios/1");
        assertThat(names(failed)).containsExactly("name", "against", "verdict", "expectations", "calls");
        assertThat(failed.get("verdict").asText()).isEqualTo("failed");
        assertThat(failed.get("calls")).hasSize(3);
        assertThat(failed.at("/calls/0/turns/0/ttfaMs").asDouble()).isEqualTo(720);
        assertThat(failed.at("/expectations/2"))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"step":4,"want":"hear: agent, within: 900ms","got":"audible after 1140.0 ms","atMs":8340.0,"held":false}
                                """));
        assertThat(failed.at("/expectations/4/held").isNull()).isTrue();
    }

    @Test
    void percentilesAreOfAllTurnsAndNeverAveragesOfPercentiles() throws Exception {
        PlayedScenario fast = calls(SampleRuns.answering(15, 195));
        PlayedScenario slow = calls(SampleRuns.answering(6, 995));

        JsonNode ttfa = JSON.readTree(
                        RunJson.write(Verdict.PASSED, List.of(JudgedCalls.of(fast), JudgedCalls.of(slow))))
                .get("ttfa");

        assertThat(ttfa.get("n").asInt()).isEqualTo(21);
        assertThat(ttfa.get("p50Ms").asDouble()).isCloseTo(200, within(1.0));
        assertThat(ttfa.get("p95Ms").asDouble()).isCloseTo(1000, within(1.0));
    }

    @Test
    void theRatesOfARunAreOfAllItsCallsAndHiddenBelowTenEvents() throws Exception {
        JsonNode few = JSON.readTree(
                        RunJson.write(Verdict.PASSED, List.of(JudgedCalls.of(probed(4)), JudgedCalls.of(probed(5)))))
                .get("turnTaking");
        JsonNode enough = JSON.readTree(
                        RunJson.write(Verdict.PASSED, List.of(JudgedCalls.of(probed(4)), JudgedCalls.of(probed(6)))))
                .get("turnTaking");

        assertThat(few.at("/selectivity/music").toString()).isEqualTo("{\"n\":9,\"unjudged\":0,\"rate\":null}");
        assertThat(enough.at("/selectivity/music").toString()).isEqualTo("{\"n\":10,\"unjudged\":0,\"rate\":1.0}");
        assertThat(enough.at("/yield").toString()).isEqualTo("{\"n\":0,\"unjudged\":0,\"rate\":null}");
    }

    @Test
    void aRunOfNothingHasNoFigures() throws Exception {
        JsonNode run = JSON.readTree(RunJson.write(Verdict.NOT_RUN, List.of(JudgedCalls.of(SampleRuns.notRun()))));

        assertThat(run.get("verdict").asText()).isEqualTo("not run");
        assertThat(run.at("/ttfa/n").asInt()).isZero();
        assertThat(run.at("/ttfa/p50Ms").isNull()).isTrue();
    }

    private static PlayedScenario calls(CallResult call) {
        return SampleRuns.played(Verdict.PASSED, "practice", new PlayedCall(call, List.of()));
    }

    /** Music in the room, so often, while the agent talks on. */
    private static PlayedScenario probed(int times) {
        FakeCall call = FakeCall.placed().at(100).agentSends(60_000);
        for (int i = 1; i <= times; i++) {
            call.at(2_000 * i).callerProbes(ProbeKind.MUSIC, 300);
        }
        return calls(call.hangsUpAt(2_000 * times + 4_000));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
