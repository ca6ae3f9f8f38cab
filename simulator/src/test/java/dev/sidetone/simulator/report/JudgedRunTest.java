package dev.sidetone.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sidetone.simulator.recording.ResultJson;
import dev.sidetone.simulator.scenario.Verdict;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.timeline.Spool;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JudgedRunTest {
    @Test
    void aRunCarriesItsLatenessAndHowManyTurnsCouldBeJudged() throws IOException {
        CallResult one = call(2_000);
        CallResult other = call(9_000);

        JsonNode run = run(one, other);

        assertThat(run.at("/turns/made").asInt()).isEqualTo(2);
        assertThat(run.at("/turns/judged").asInt()).isEqualTo(2);
        assertThat(run.at("/lateness").fieldNames()).toIterable().containsExactly("p50Ms", "p99Ms", "maxMs");
        assertThat(run.at("/lateness/maxMs").asDouble()).isEqualTo(0.1);
        assertThat(line(one).lateness()).isNotNull();
    }

    @Test
    void whatWasReadFromAFileHasNoSamplesAndNoZeros() throws IOException {
        CallResult read = ResultJson.read(ResultJson.write(call(2_000)));

        assertThat(line(read).latenessMaxMs()).isNotNull();
        assertThat(run(read).at("/lateness/p50Ms").isNull()).isTrue();
        assertThat(run(read).at("/lateness/maxMs").isNull()).isTrue();
        assertThat(run(read).at("/turns/made").asInt()).isEqualTo(1);
    }

    private static CallResult.Line line(CallResult call) {
        return Objects.requireNonNull(call.line());
    }

    private static JsonNode run(CallResult... calls) throws IOException {
        List<JudgedCalls> all = Arrays.stream(calls)
                .map(call -> JudgedCalls.of("a call", true, call))
                .toList();
        return new ObjectMapper().readTree(RunJson.write(Verdict.PASSED, all));
    }

    private static CallResult call(int endMs) {
        return FakeCall.into(new CallTimeline("test", Spool.NONE))
                .at(500)
                .callerSpeaks(400)
                .at(1_500)
                .agentSends(300)
                .hangsUpAt(endMs);
    }
}
