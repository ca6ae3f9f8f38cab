package dev.sidetone.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Ticks fall on 7 ms, 27 ms, 47 ms and so on. */
class LineGridTest {
    private final LineGrid grid = new LineGrid(ms(7));

    @Test
    void aFrameThatIsReceivedAfterATickHoldsTheTwentyMillisecondsBeforeIt() {
        assertThat(grid.saidFromNs(ms(47.3))).isEqualTo(ms(27));
        assertThat(grid.saidFromNs(ms(47))).isEqualTo(ms(27));
        assertThat(grid.saidFromNs(ms(66.9))).isEqualTo(ms(27));
        assertThat(grid.saidFromNs(ms(-12.9))).isEqualTo(ms(-33));
    }

    @Test
    void whatIsWrittenIsHeardFromTheNextTickOn() {
        assertThat(grid.heardNs(ms(47.1))).isEqualTo(ms(67));
        assertThat(grid.heardNs(ms(67))).isEqualTo(ms(67));
        assertThat(grid.heardNs(ms(-13.1))).isEqualTo(ms(-13));
    }

    @Test
    void theTimeToFirstAudioBeginsAtTheLastVoicedSampleAndEndsAtTheTickAtWhichTheAnswerIsHeard() {
        AgentLog log = new AgentLog();
        log.callerStopped(ms(107.4), 80, ms(607.4));
        assertThat(grid.ttfaMs(log.turns().get(0))).as("not answered").isNull();

        log.answerStarted("a", AgentLog.Why.TURN, ms(607.4));
        log.answered(160, ms(617.5));

        assertThat(grid.callerEndNs(log.turns().get(0))).isEqualTo(ms(97));
        assertThat(grid.ttfaMs(log.turns().get(0))).isEqualTo(627 - 97);
    }

    private static long ms(double ms) {
        return Math.round(ms * 1e6);
    }
}
