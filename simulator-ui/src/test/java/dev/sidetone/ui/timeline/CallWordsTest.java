package dev.sidetone.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.ui.timeline.CallWords.WordsAnnotation;
import dev.sidetone.ui.timeline.WordsPainter.PlacedWords;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CallWordsTest {
    private final ScriptedTimeline call = new ScriptedTimeline();

    @Test
    void wordsStandWhereTheyWereSaidAndTheAnswersWhereItIsHeard() {
        call.agentSpeaks(200, 900)
                .says("agent", "Hello.", 150)
                .callerSpeaks(1_000, 2_000)
                .says("caller", "What time", 1_800)
                .says("caller", "is it?", 2_100)
                .says("agent", "It is two.", 2_500)
                .agentSpeaks(2_700, 4_000)
                .says("agent", "Anything else?", 8_500)
                .hangsUpAt(9_000);

        assertThat(words())
                .containsExactly(
                        new WordsAnnotation(false, 200, 2_700, "Hello."),
                        new WordsAnnotation(true, 1_000, 2_000, "What time is it?"),
                        new WordsAnnotation(false, 2_700, 8_500, "It is two."),
                        new WordsAnnotation(false, 8_500, Double.POSITIVE_INFINITY, "Anything else?"));
    }

    @Test
    void wordsThatWereThrownAwayEndAtTheClear() {
        call.callerSpeaks(1_000, 2_000)
                .says("agent", "A very long answer.", 2_600)
                .agentSpeaks(2_700, 4_000, 8_000)
                .hangsUpAt(9_000);

        assertThat(words()).hasSize(1).allMatch(words -> Math.abs(words.untilMs() - 4_000) < 1);
    }

    @Test
    void noWordsTouchOthersOrTheLineAtTheirEnd() {
        for (int i = 0; i < 40; i++) {
            double ms = 1_000 + i * 1_500.0;
            call.callerSpeaks(ms, ms + 600).says("caller", "some words of a caller", ms + 500);
            call.agentSpeaks(ms + 800, ms + 1_300).says("agent", "some words of an agent", ms + 790);
        }
        call.hangsUpAt(62_000);

        for (double msPerPx = 2; msPerPx < 200; msPerPx *= 1.3) {
            double scale = msPerPx;
            List<PlacedWords> placed = WordsPainter.place(words(), scale);
            for (PlacedWords one : placed) {
                assertThat(placed)
                        .allMatch(other -> other.equals(one)
                                || other.caller() != one.caller()
                                || other.column() >= one.column() + one.roomPx()
                                || one.column() >= other.column() + other.roomPx());
            }
            assertThat(placed).filteredOn(PlacedWords::caller).allMatch(caller -> words().stream()
                    .filter(WordsAnnotation::caller)
                    .noneMatch(turn -> {
                        double line = Math.floor(turn.untilMs() / scale);
                        return line >= caller.column() - 1 && line < caller.column() + caller.roomPx() + 2;
                    }));
        }
    }

    private List<WordsAnnotation> words() {
        return CallAnnotations.of(
                        call.timeline().resultSoFar(),
                        call.timeline().sketch(),
                        Objects.requireNonNull(call.timeline().sketch().zero()))
                .words();
    }
}
