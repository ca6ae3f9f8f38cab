package dev.sidetone.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.ui.selection.Selection;
import dev.sidetone.ui.selection.Selection.Kind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is under a place of the picture. */
class TimelinePartsTest {
    private static final double REACH_MS = 30;

    private final ScriptedTimeline call = new ScriptedTimeline()
            .callerSpeaks(1_000, 2_000)
            .agentSpeaks(2_700, 5_080, 8_000)
            .callerSpeaks(5_000, 6_000)
            .agentSpeaks(6_700, 7_500)
            .hangsUpAt(9_000);

    @Test
    void aTurnIsUnderItsSpeechItsBracketAndInTheAgentsLaneUnderItsAnswer() {
        assertThat(at(1_500, false)).isEqualTo(new Selection(Kind.TURN, 1, 1_000, 2_700));
        assertThat(at(2_400, false)).isEqualTo(new Selection(Kind.TURN, 1, 1_000, 2_700));
        assertThat(at(3_500, true)).isEqualTo(new Selection(Kind.TURN, 1, 1_000, 2_700));
        assertThat(at(3_500, false)).as("in the caller's lane").isNull();
        assertThat(at(500, true)).isNull();
        assertThat(at(7_000, true)).isEqualTo(new Selection(Kind.TURN, 2, 5_000, 6_700));
    }

    @Test
    void aBargeInGoesBeforeTheTurnThatItBegins() {
        assertThat(at(5_010, false)).isEqualTo(new Selection(Kind.BARGE_IN, 0, 5_000, 5_080));
        assertThat(at(5_300, false)).isEqualTo(new Selection(Kind.TURN, 2, 5_000, 6_700));
    }

    @Test
    void partsFollowEachOtherByTheirBeginning() {
        assertThat(TimelineParts.next(annotations(), 0, true)).matches(part -> part.is(Kind.TURN, 1));
        assertThat(TimelineParts.next(annotations(), 1_000, true)).matches(part -> part.fromMs() == 5_000);
        assertThat(TimelineParts.next(annotations(), 5_000, false)).matches(part -> part.is(Kind.TURN, 1));
        assertThat(TimelineParts.next(annotations(), 5_000, true)).isNull();
    }

    @Test
    void aCallIsToldTurnByTurnOnceItIsOver() {
        assertThat(TimelineText.of(annotations(), 9_000, true))
                .isEqualTo("Call timeline, 00:09 long, 2 turns, 1 barge-in, last TTFA 700 ms."
                        + " Turn 1 at 00:01.0, answered after 700 ms. Turn 2 at 00:05.0, answered after 700 ms");
        assertThat(TimelineText.selected(annotations(), at(5_010, false)))
                .isEqualTo("Barge-in at 00:05.0, silent after 80 ms");
        assertThat(TimelineText.selected(annotations(), Selection.moment(Kind.MESSAGE, 9, 1_234)))
                .isEqualTo("Message at 00:01.2");
        assertThat(TimelineText.selected(annotations(), Selection.moment(Kind.FINDING, 99, 1_234)))
                .isEmpty();
    }

    private @Nullable Selection at(double ms, boolean agentLane) {
        return TimelineParts.at(annotations(), ms, REACH_MS, agentLane);
    }

    private CallAnnotations annotations() {
        return CallAnnotations.of(
                call.timeline().resultSoFar(),
                call.timeline().sketch(),
                Objects.requireNonNull(call.timeline().sketch().zero()));
    }
}
