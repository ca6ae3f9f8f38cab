package dev.sidetone.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CallAnnotationsTest {
    private static final double FAR = 14;
    private static final double CLOSE = 2;

    private final ScriptedTimeline call = new ScriptedTimeline();

    @Test
    void aTurnIsLabelledWithItsTimeToFirstAudioInTheColourOfItsBand() {
        call.callerSpeaks(1_000, 2_000)
                .agentSpeaks(2_740, 3_000)
                .callerSpeaks(4_000, 5_000)
                .agentSpeaks(6_500, 7_000)
                .hangsUpAt(8_000);

        assertThat(labels(FAR))
                .extracting(
                        label -> label.texts().get(0), TimelineLabel::color, TimelineLabel::fromMs, TimelineLabel::toMs)
                .contains(
                        tuple("740 ms", TimelineColor.GREEN, 2_000.0, 2_740.0),
                        tuple("1500 ms", TimelineColor.RED, 5_000.0, 6_500.0));
    }

    @Test
    void aBargeInTellsWhenTheAgentFellSilentAndWhatWasDiscarded() {
        call.agentSpeaks(1_000, 2_100, 5_000).callerSpeaks(2_020, 3_000).hangsUpAt(8_000);

        assertThat(longest(labels(FAR)))
                .contains("barge-in · silent after 80 ms", "clear after 80 ms · 2.9 s discarded")
                .doesNotContain("clear · 2.9 s discarded");
    }

    @Test
    void aClearThatNobodyAskedForIsLabelledByItself() {
        call.agentSpeaks(1_000, 2_100, 2_500).hangsUpAt(8_000);

        assertThat(longest(labels(FAR))).contains("clear · 400 ms discarded");
    }

    @Test
    void marksAndEdgesOfSpeechAreNamedFromCloseByOnly() {
        call.callerSpeaks(1_000, 2_000)
                .agentSpeaks(2_740, 3_000)
                .markGoesBack("s1", true, 3_000)
                .hangsUpAt(8_000);

        assertThat(longest(labels(FAR))).doesNotContain("mark s1", "end of speech", "first audible");
        assertThat(longest(labels(CLOSE))).contains("mark s1", "end of speech", "first audible");
    }

    @Test
    void labelsOutsideTheStretchAreLeftOut() {
        call.presses('1', 1_000).presses('2', 3_000).presses('3', 5_000).hangsUpAt(8_000);

        assertThat(longest(AnnotationLabels.of(annotations(), 2_000, 4_000, FAR)))
                .containsExactly("key 2");
    }

    @Test
    void thePointerIsToldWhatIsThere() {
        call.callerSpeaks(1_000, 2_000)
                .agentSpeaks(2_740, 4_000, 6_000)
                .callerSpeaks(3_920, 4_500)
                .presses('5', 7_000)
                .markGoesBack("s1", false, 4_000)
                .hangsUpAt(8_000);

        assertThat(HoverCard.lines(annotations(), 500, 50)).containsExactly("00:00.500");
        assertThat(HoverCard.lines(annotations(), 1_500, 50)).containsExactly("00:01.500", "turn 1: the caller speaks");
        assertThat(HoverCard.lines(annotations(), 2_400, 50)).containsExactly("00:02.400", "turn 1: TTFA 740 ms");
        assertThat(HoverCard.lines(annotations(), 3_960, 50))
                .contains("barge-in, clear after 80 ms, silent after 80 ms", "mark s1, returned by a clear");
        assertThat(HoverCard.lines(annotations(), 5_000, 50)).contains("would have been heard · 2.0 s discarded");
        assertThat(HoverCard.lines(annotations(), 7_010, 50)).containsExactly("00:07.010", "key 5");
    }

    private List<TimelineLabel> labels(double msPerPx) {
        return AnnotationLabels.of(annotations(), 0, 100_000, msPerPx);
    }

    private static List<String> longest(List<TimelineLabel> labels) {
        return labels.stream().map(label -> label.texts().get(0)).toList();
    }

    private CallAnnotations annotations() {
        return CallAnnotations.of(
                call.timeline().resultSoFar(),
                call.timeline().sketch(),
                Objects.requireNonNull(call.timeline().sketch().zero()));
    }
}
