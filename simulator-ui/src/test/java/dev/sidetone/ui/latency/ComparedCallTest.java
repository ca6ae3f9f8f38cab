package dev.sidetone.ui.latency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.Parts;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Spool;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparedCallTest {
    @Test
    void theMedianAndEveryTurnSayByHowMuchTheyDiffer() {
        LatencyModel model = new LatencyModel();
        model.show(call(660), MeasuringPoint.HEARD);
        assertThat(model.againstProperty().get()).isEmpty();

        model.against(call(700), "09:12");

        assertThat(model.againstProperty().get()).isEqualTo("−40 against 09:12");
        ComparedCall before = model.baselineProperty().get();
        assertThat(before.ttfaMs(1)).isEqualTo(700);
        assertThat(before.ttfaMs(2)).isNull();
        assertThat(before.change(call(660).turns().get(0))).isEqualTo("−40");
        assertThat(before.change(call(700).turns().get(0))).isEqualTo("±0");

        model.show(call(780), MeasuringPoint.HEARD);
        assertThat(model.againstProperty().get()).isEqualTo("+80 against 09:12");

        model.against(null, "");
        assertThat(model.againstProperty().get()).isEmpty();
        assertThat(model.baselineProperty().get().ttfaMs(1)).isNull();
    }

    @Test
    void aCallWithoutATurnIsComparedWithNothing() {
        LatencyModel model = new LatencyModel();
        model.against(call(700), "09:12");

        assertThat(model.againstProperty().get()).isEmpty();
    }

    private static CallResult call(double ttfaMs) {
        CallResult none = new CallTimeline("0.1.0", Spool.NONE).close(0);
        Turn turn = new Turn(
                1,
                2000,
                3000,
                3000 + ttfaMs,
                3000 + ttfaMs,
                ttfaMs,
                null,
                true,
                false,
                false,
                new Parts(null, null, null, null, null, null),
                false);
        return new CallResult(
                none.sidetone(),
                none.call(),
                none.setup(),
                none.greeting(),
                List.of(turn),
                none.bargeIns(),
                none.dtmf(),
                none.marks(),
                none.clears(),
                none.playout(),
                none.line(),
                none.transfer(),
                none.recording(),
                none.findings(),
                none.played(),
                none.source(),
                none.probes());
    }
}
