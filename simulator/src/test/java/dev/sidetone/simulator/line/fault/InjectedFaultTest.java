package dev.sidetone.simulator.line.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sidetone.simulator.agent.AgentFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InjectedFaultTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jitter=20ms",
                "burst=200ms",
                "stall=2s",
                "gap=1s",
                "drop",
                "mute",
                "mute=5s",
                "echo=-30dB",
                "noise=20dB",
                "street=15dB",
                "bad-mic",
                "band",
                "loss=3%",
                "loss=0.5%@2s",
                "webhook-twice",
                "webhook-slow=3s",
                "webhook-lost",
                "rest-500",
                "rest-race",
                "drop@5s",
                "stall=1500ms@12.5ms",
                "echo=-12.5dB@500ms"
            })
    void everyFaultReadsAsItIsWritten(String text) throws InjectedFault.Unreadable {
        assertThat(InjectedFault.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "jitter,jitter=20ms",
        "burst,burst=200ms",
        "stall,stall=2s",
        "gap,gap=1s",
        "echo,echo=-30dB",
        "noise,noise=20dB",
        "street,street=15dB",
        "loss,loss=3%",
        "webhook-slow,webhook-slow=3s",
        "stall=0.5s,stall=500ms",
        "gap=0.5m@0.1m,gap=30s@6s"
    })
    void aValueThatIsLeftOutIsTheUsualOne(String dialled, String meant) throws InjectedFault.Unreadable {
        assertThat(InjectedFault.parse(dialled).text()).isEqualTo(meant);
    }

    @Test
    void theTimeIsApartFromTheFault() throws InjectedFault.Unreadable {
        InjectedFault dialled = InjectedFault.parse("gap=1s@5s");

        assertThat(dialled.fault()).isEqualTo(new Gap(Duration.ofSeconds(1)));
        assertThat(dialled.at()).isEqualTo(Duration.ofSeconds(5));
        assertThat(InjectedFault.parse("gap=1s").at()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jiter=20ms | 'jiter' is no line fault: is jitter meant?",
                "Stall=2s | 'Stall' is no line fault: is stall meant?",
                "webhook_lost | 'webhook_lost' is no line fault: is webhook-lost meant?",
                "gaps=1s | is gap meant?",
                "hum | there are jitter burst stall gap drop mute echo noise street bad-mic band loss webhook-twice",
                "late-delta | 'late-delta' is no line fault",
                "stall=2 | 'stall=2' does not say how long: write a time with its unit, as in stall=500ms",
                "stall= | does not say how long",
                "stall=0s | does not say how long",
                "stall=5m | is too long: at most 60s",
                "drop=3 | has a value, and drop takes none",
                "drop@5 | 'drop@5' does not say when: write a time with its unit after @",
                "drop@ | does not say when",
                "echo=30dB | 'echo=30dB' is no level for it: write echo=-60dB to echo=0dB",
                "echo=-30 | is no level for it",
                "noise=-20dB | write noise=0dB to noise=60dB",
                "loss=3 | 'loss=3' is no share for it: write loss=0.1% to loss=50%",
                "loss=51% | is no share for it",
                "loss=0% | is no share for it",
                "bad-mic=2dB | has a value, and bad-mic takes none",
                "bad_mic | is bad-mic meant?",
                "'' | is no line fault"
            })
    void whatCannotBeReadIsNamedWithWhatWasMeant(String text, String message) {
        InjectedFault.Unreadable wrong =
                catchThrowableOfType(InjectedFault.Unreadable.class, () -> InjectedFault.parse(text));

        assertThat(wrong).hasMessageContaining(message);
    }

    @ParameterizedTest
    @EnumSource
    void noFaultOfAnAgentHasTheNameOfALineFault(AgentFault fault) {
        assertThatThrownBy(() -> InjectedFault.parse(fault.text())).hasMessageContaining("is no line fault");
    }

    @Test
    void everyKindIsListedOnceAndReadsItsOwnExample() throws InjectedFault.Unreadable {
        assertThat(FaultKinds.names()).doesNotHaveDuplicates();
        for (FaultKind kind : FaultKinds.ALL) {
            InjectedFault injected = InjectedFault.parse(kind.example());
            assertThat(injected.fault().kind()).isSameAs(kind);
            assertThat(injected.text()).isEqualTo(kind.example());
        }
    }

    @Test
    void everyKindStandsInThePageAboutTwilioWithItsEffect() throws Exception {
        String page = Files.readString(Path.of("../docs/twilio.md"));
        for (FaultKind kind : FaultKinds.ALL) {
            assertThat(page)
                    .containsPattern(Pattern.quote("| `" + kind.example() + "`") + "[^|]*"
                            + Pattern.quote("| " + kind.effect() + " |"));
        }
    }

    @Test
    void faultsAreFoundByTheirKind() throws InjectedFault.Unreadable {
        LineFaults faults = LineFaults.parse("stall=1s@3s", "rest-500", "stall=9s");

        assertThat(faults.has(Rest500.class)).isTrue();
        assertThat(faults.has(RestRace.class)).isFalse();
        assertThat(faults.find(Stall.class)).contains(InjectedFault.parse("stall=1s@3s"));
        assertThat(faults).hasToString("stall=1s@3s rest-500 stall=9s");
    }
}
