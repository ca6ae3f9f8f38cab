package dev.sidetone.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The caller begins 10 ms into the frame of tick 4020; the agent reports it 60 ms after that frame came. */
class MeasuredBargeInTest {
    private static final int ONSET_MS = 4_000 + PlannedCall.onsetInFrame() / 8;

    @Test
    void theAnswerFallsSilentWithTheTickAfterTheOnsetWasReported() {
        KnownCall call = interrupted(4_100);

        assertThat(bargeIns(call)).singleElement().satisfies(bargeIn -> {
            assertThat(bargeIn.silence()).isCloseTo(0, within(0.01));
            assertThat(bargeIn.scoredSilence()).isCloseTo(0, within(0.01));
            assertThat(bargeIn.discarded()).as("a recording shows none").isNull();
            assertThat(bargeIn.yielded()).as("nor whether more was to come").isFalse();
        });
    }

    @Test
    void silenceThatComesATickLaterIsATickOff() {
        assertThat(bargeIns(interrupted(4_120)).get(0).silence()).isCloseTo(20, within(0.01));
    }

    @Test
    void aCallerWhoSpeaksAfterTheAnswerDoesNotBargeIn() {
        KnownCall call = new KnownCall().asked(1_000, 2_060).answered(2_565, 2_580, 3_500);
        call.log.callerStarted(KnownCall.ns(4_020.3), KnownCall.ns(4_080.4), false);

        assertThat(bargeIns(call)).isEmpty();
    }

    @Test
    void whatTheLineItselfDelayedIsNotJudged() {
        assertThat(bargeIns(interrupted(4_100).lateAt(4_080)).get(0).judged()).isFalse();
        assertThat(bargeIns(interrupted(4_100).lateAt(4_120)).get(0).judged()).isTrue();
    }

    /** In the middle of an answer of three seconds, which is heard until {@code silentMs}. */
    private static KnownCall interrupted(int silentMs) {
        KnownCall call = new KnownCall()
                .asked(1_000, 2_060)
                .answered(2_565, 2_580, 5_580)
                .silentFrom(silentMs);
        call.log.callerStarted(KnownCall.ns(4_020.3), KnownCall.ns(4_080.4), false);
        return call.asked(ONSET_MS, 5_060);
    }

    private static List<MeasuredBargeIn> bargeIns(KnownCall call) {
        return MeasuredBargeIn.of(call.measured(), call.scored());
    }
}
