package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.fixtures.Voices;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.timeline.CallResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A server with one fault, called by the demo caller: the fault is named, and nothing else is said. */
class MisbehavingServerTest {
    @ParameterizedTest
    @EnumSource
    void whatAServerDoesWrongIsNamedAndNothingElseIs(ServerMistake fault) {
        CheckedLine checked = new CheckedLine();
        prepare(fault, checked.line);

        CallResult call = checked.call(Callers.demo());

        assertThat(CheckedLine.codes(call)).containsExactlyInAnyOrderElementsOf(fault.codes());
        assertThat(call.findings()).allSatisfy(finding -> {
            assertThat(finding.what()).endsWith(".");
            assertThat(finding.cure()).endsWith(".");
        });
        assertThat(checked.line.isOver()).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void aGoodServerIsGoodToEveryVoice(String voice) {
        CheckedLine checked = new CheckedLine();
        prepare(ServerMistake.NONE, checked.line);

        CallResult call = checked.call(Callers.recorded(List.of(Callers.voice(voice), Callers.voice(voice)), 700));

        assertThat(call.turns()).hasSize(2);
        assertThat(CheckedLine.codes(call)).isEmpty();
    }

    static List<String> aGoodServerIsGoodToEveryVoice() {
        return Voices.names();
    }

    private static void prepare(ServerMistake fault, ManualLine line) {
        if (fault != ServerMistake.IS_NOT_THERE) {
            line.serving(new MisbehavingServer(fault, line));
        }
        line.shakesNoHands = fault == ServerMistake.NEVER_ANSWERS_THE_UPGRADE;
        line.closesNever = fault == ServerMistake.NEVER_CLOSES;
        if (fault == ServerMistake.ANSWERS_THE_WEBHOOK_SLOWLY) {
            line.thinking = Duration.ofMillis(2_500);
        } else if (fault == ServerMistake.NEVER_ANSWERS_THE_WEBHOOK) {
            line.thinking = Duration.ofHours(1);
        }
    }
}
