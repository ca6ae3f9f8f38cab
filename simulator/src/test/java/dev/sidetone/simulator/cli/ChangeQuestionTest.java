package dev.sidetone.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.live.number.Leftover;
import dev.sidetone.simulator.live.number.NumberChange;
import dev.sidetone.simulator.live.number.SelectableNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeQuestionTest {
    private static final SelectableNumber MINE = new SelectableNumber(
            "PN1", "+15550100", "Reception", List.of(new NumberChange("voice URL", "", "https://voice.example/voice")));

    private final List<String> asked = new ArrayList<>();

    @Test
    void aNumberIsChangedOnlyByAYes() {
        assertThat(mayChange("y")).isTrue();
        assertThat(mayChange(" Yes")).isTrue();
        assertThat(mayChange("n")).isFalse();
        assertThat(mayChange("")).isFalse();
        assertThat(asked).hasSize(4).containsOnly("change it? [y/N] ");
    }

    @Test
    void nobodyIsAskedWhoHasAnsweredOrIsNotThere() {
        assertThat(question(person("n")).mayChange(MINE, true)).isTrue();
        assertThat(question(null).mayChange(MINE, false)).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void anotherSidetonesAddressesAreAskedAboutAndNothingIsGuessed() throws Exception {
        SelectableNumber left =
                new SelectableNumber("PN2", "+15550302", "", List.of(), "https://dead.trycloudflare.com/voice");
        assertThat(question(person("c")).leftover(left, null)).isEqualTo(Leftover.CLEAR);
        assertThat(question(person("Keep")).leftover(left, null)).isEqualTo(Leftover.KEEP);
        assertThat(question(person("")).leftover(left, null)).isNull();
        assertThat(asked).hasSize(3).containsOnly("at the end: [c]lear it, or [k]eep it? [c/k] ");
        assertThat(question(null).leftover(left, Leftover.CLEAR)).isEqualTo(Leftover.CLEAR);
        assertThat(question(null).leftover(MINE, null)).isEqualTo(Leftover.KEEP);
        assertThatThrownBy(() -> question(null).leftover(left, null))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContainingAll("https://dead.trycloudflare.com/voice", "--leftover clear");
    }

    @Test
    void ctrlCInsteadOfAnAnswerIsANo() {
        CountDownLatch answered = new CountDownLatch(1);
        UnaryOperator<String> slow = question -> {
            awaitQuietly(answered);
            return "y";
        };
        assertThat(new ChangeQuestion(new Terminal(HostProcess.own()), ms -> true, slow).mayChange(MINE, false))
                .isFalse();
        answered.countDown();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean mayChange(String answer) {
        return question(person(answer)).mayChange(MINE, false);
    }

    private UnaryOperator<String> person(String answer) {
        return question -> {
            asked.add(question);
            return answer;
        };
    }

    private static ChangeQuestion question(@Nullable UnaryOperator<String> person) {
        return new ChangeQuestion(new Terminal(HostProcess.own()), ms -> false, person);
    }
}
