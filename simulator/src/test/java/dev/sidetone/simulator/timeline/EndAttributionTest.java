package dev.sidetone.simulator.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndAttributionTest {
    @ParameterizedTest
    @CsvSource({"REST, true, agent", "SERVER, true, agent", "CALLER, true, caller", "REST, false, rest"})
    void aCallIsEndedByTheAgentThatHadHungUpUnlessTheCallerWasQuicker(EndedBy seen, boolean wished, String told) {
        CallTimeline timeline = new CallTimeline("0", Spool.NONE);
        if (wished) {
            timeline.add(new Fact.HangUpWished(5, "the agent hung up"));
        }
        timeline.add(new Fact.CallEnded(9, seen, "over"));
        assertThat(timeline.close(10).call().endedBy()).isEqualTo(told);
    }
}
