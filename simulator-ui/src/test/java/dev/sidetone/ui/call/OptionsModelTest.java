package dev.sidetone.ui.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.line.fault.FaultKinds;
import dev.sidetone.simulator.rig.CallDescription;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.StringBinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsModelTest {
    private final OptionsModel options = new OptionsModel();

    @Test
    void nothingChosenIsTheUsualCall() {
        assertThat(options.arguments(true)).isEmpty();
        assertThat(options.arguments(false)).isEmpty();
        assertThat(options.validBinding().get()).isTrue();
        assertThat(OptionsSummary.of(options).get()).isEmpty();
    }

    @Test
    void everythingThatIsChosenReachesTheCall() throws Exception {
        options.text(OptionField.AS).set(" https://voice.example.com ");
        options.text(OptionField.STREAM_ORIGIN).set("off");
        options.text(OptionField.FROM).set("+15550123");
        options.text(OptionField.STATUS_CALLBACK).set("http://localhost:3000/status");
        options.flag(OptionFlag.PROBE_SIGNATURE).set(true);
        FormField field = options.addParameter();
        field.nameProperty().set("CallerName");
        field.valueProperty().set(" a=b ");
        options.addParameter();
        FaultSwitch stall = fault("stall");
        stall.onProperty().set(true);
        stall.valueProperty().set("1s");
        stall.atProperty().set("5s");
        fault("drop").onProperty().set(true);
        options.text(OptionField.SCRIPT).set("/none/here.yaml");
        List<String> arguments = new ArrayList<>(options.arguments(true));
        arguments.add("--to=http://localhost:3000/voice");

        CallDescription call = new ChosenCall(arguments, null, "typed-token").call(none());
        assertThat(call.server().as()).isEqualTo(URI.create("https://voice.example.com"));
        assertThat(call.from()).isEqualTo("+15550123");
        assertThat(call.parameters()).containsExactly(Map.entry("CallerName", " a=b "));
        assertThat(call.faults()).hasToString("stall=1s@5s drop");
        assertThat(call.probeSignature()).isTrue();
        assertThat(call.authToken()).isEqualTo("typed-token");
        assertThat(new ChosenCall(arguments, null, "typed-token").toString()).doesNotContain("typed-token");
    }

    @Test
    void everyFaultOfTheLineAndOfTheAgentCanBeSwitchedOnAsItIs() throws Exception {
        options.lineFaults().forEach(fault -> fault.onProperty().set(true));
        for (AgentFault fault : AgentFault.values()) {
            options.flag(fault).set(true);
        }
        assertThat(options.validBinding().get()).isTrue();
        CallDescription call = new ChosenCall(options.arguments(false), null, "").call(none());

        assertThat(call.faults().all()).hasSameSizeAs(FaultKinds.ALL);
        assertThat(call.agent().behaviour().faults()).containsExactlyInAnyOrder(AgentFault.values());
    }

    @ParameterizedTest
    @CsvSource({
        "AS, ftp://x",
        "AS, https://x/path",
        "STREAM_ORIGIN, here",
        "METHOD, PUT",
        "FALLBACK, localhost:3000",
        "DURATION, 30",
        "SEED, many",
        "GAP, -1s",
    })
    void aMistakeStandsBesideItsFieldAndNowhereElse(OptionField wrong, String typed) {
        options.text(wrong).set(typed);

        assertThat(options.validBinding().get()).isFalse();
        assertThat(options.wrongBinding().get()).isEqualTo(wrong.title());
        for (OptionField field : OptionField.values()) {
            StringBinding problem = options.problemOf(field);
            assertThat(problem.get().isEmpty()).as(field + ": " + problem.get()).isEqualTo(field != wrong);
        }
        assertThat(options.problemOf(wrong).get()).endsWith(".").doesNotStartWith("--");
        options.reset();
        assertThat(options.validBinding().get()).isTrue();
    }

    @Test
    void aFaultIsJudgedWhileItIsOn() {
        FaultSwitch jitter = fault("jitter");
        jitter.valueProperty().set("20");
        assertThat(options.validBinding().get()).isTrue();

        jitter.onProperty().set(true);
        assertThat(jitter.problemBinding().get()).contains("write a time with its unit");
        assertThat(options.validBinding().get()).isFalse();
    }

    @Test
    void twoRulesThatExcludeEachOtherAreAMistake() {
        options.flag(OptionFlag.LENIENT).set(true);
        assertThat(options.validBinding().get()).isTrue();
        options.flag(OptionFlag.STRICT).set(true);
        assertThat(options.rulesProblemBinding().get()).contains("exclude each other");
        assertThat(options.validBinding().get()).isFalse();
    }

    @Test
    void aFormFieldNeedsAName() {
        FormField field = options.addParameter();
        assertThat(options.validBinding().get()).isTrue();
        field.valueProperty().set("x");
        assertThat(field.problemBinding().get()).isEqualTo("A form field needs a name.");
        assertThat(options.validBinding().get()).isFalse();
    }

    @Test
    void whatIsSetIsToldInOneLineWithoutTheToken() {
        StringBinding line = OptionsSummary.of(options);
        options.text(OptionField.FROM).set("+15550123");
        fault("drop").onProperty().set(true);
        fault("mute").onProperty().set(true);
        options.flag(AgentFault.DIE).set(true);
        options.tokenProperty().set("0123456789abcdef");

        assertThat(line.get()).isEqualTo("From +15550123, 2 line faults, 1 agent fault, token set");
        options.reset();
        assertThat(line.get()).isEmpty();
        assertThat(options.tokenProperty().get()).isEmpty();
    }

    @Test
    void lateTargetsAreTheLatestFirstAndNoneWithASecret() {
        RecentTargets recent = new RecentTargets();
        recent.restore(List.of("http://a/", "http://user:secret-word@b/", ""));
        recent.add("http://c/");
        recent.add("http://a/");
        recent.add("https://me:passw0rd@d/");
        assertThat(recent.all()).containsExactly("http://a/", "http://c/");
        for (int i = 0; i < 20; i++) {
            recent.add("http://host" + i + "/");
        }
        assertThat(recent.all()).hasSize(8).startsWith("http://host19/");
    }

    private FaultSwitch fault(String name) {
        return options.lineFaults().stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Settings none() throws Exception {
        return Settings.read(Path.of("none-here"), Map.of());
    }
}
