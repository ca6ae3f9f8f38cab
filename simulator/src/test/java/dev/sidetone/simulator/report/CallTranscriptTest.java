package dev.sidetone.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.report.CallTranscript.Spoken;
import dev.sidetone.simulator.timeline.CallResult.Parts;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.WordLog.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallTranscriptTest {
    private static final List<Turn> TURNS = List.of(turn(1, 3_000, 4_200, 4_900.0), turn(2, 9_000, 10_000, null));

    @Test
    void theCallersWordsStandAtTheirTurnAlthoughTheyAreWrittenDownLater() {
        CallTranscript words = CallTranscript.of(
                List.of(
                        new Words(100.0, "agent", "Hello."),
                        new Words(4_700.0, "agent", "From nine."),
                        new Words(5_100.0, "caller", "When do you open?")),
                TURNS);

        assertThat(words.spoken())
                .containsExactly(
                        new Spoken(100.0, "agent", "Hello.", 0),
                        new Spoken(3_000.0, "caller", "When do you open?", 1),
                        new Spoken(4_900.0, "agent", "From nine.", 1));
        assertThat(words.callers()).containsOnlyKeys(1).containsEntry(1, "When do you open?");
    }

    @Test
    void wordsOfOneTurnThatComeInPiecesAreJoined() {
        CallTranscript words = CallTranscript.of(
                List.of(new Words(9_500.0, "caller", "A table"), new Words(10_500.0, "caller", "for four.")), TURNS);
        assertThat(words.callers()).containsEntry(2, "A table for four.");
    }

    @Test
    void onlyTheFirstWordsOfAnAnswerStandWhereItBegan() {
        CallTranscript words = CallTranscript.of(
                List.of(new Words(4_700.0, "agent", "From nine."), new Words(6_000.0, "agent", "Until six.")), TURNS);
        assertThat(words.spoken()).extracting(Spoken::atMs).containsExactly(4_900.0, 6_000.0);
    }

    @Test
    void wordsBeforeTheCallsClockComeFirst() {
        CallTranscript words =
                CallTranscript.of(List.of(new Words(100.0, "agent", "b"), new Words(null, "agent", "a")), List.of());
        assertThat(words.spoken()).extracting(Spoken::text).containsExactly("a", "b");
    }

    private static Turn turn(int number, double fromMs, double toMs, @Nullable Double audibleMs) {
        Double ttfaMs = audibleMs == null ? null : (Double) (audibleMs - toMs);
        Parts parts = new Parts(null, null, null, null, null, null);
        return new Turn(number, fromMs, toMs, audibleMs, audibleMs, ttfaMs, null, true, false, false, parts, false);
    }
}
