package dev.sidetone.simulator.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.cli.option.CallOptions;
import dev.sidetone.simulator.line.fault.LineFaults;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.MessageRules;
import dev.sidetone.simulator.twilio.plan.SignatureQuirk;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The options of a call on their way from the command line to the plan of the line and to the caller. */
class CallOptionsTest {
    private static final URI EMBEDDED = URI.create("http://127.0.0.1:9/voice");

    @Test
    void whatIsLeftOutIsAsUsual() throws Exception {
        CallDescription call = described();
        CallPlan plan = call.plan(EMBEDDED);

        assertThat(plan.webhook()).isEqualTo(EMBEDDED);
        assertThat(plan.rules()).isEqualTo(MessageRules.USUAL);
        assertThat(plan.faults()).isEqualTo(LineFaults.NONE);
        assertThat(plan.limit()).isNull();
        assertThat(plan.setup().method()).isEqualTo("POST");
        assertThat(call.caller()).isEqualTo(CallerChoice.DEMO);
        assertThat(call.recordings()).isNull();
        assertThat(call.restPort()).isZero();
        assertThat(call.probeSignature()).isFalse();
    }

    @Test
    void howTheServersMessagesAreJudgedReachesThePlan() throws Exception {
        assertThat(described("--strict-protocol").plan(EMBEDDED).rules()).isEqualTo(MessageRules.STRICT);
        assertThat(described("--lenient").plan(EMBEDDED).rules()).isEqualTo(MessageRules.LENIENT);
    }

    @Test
    void everyOtherOptionOfTheLineReachesThePlan() throws Exception {
        CallPlan plan = described(
                        "--to",
                        "http://127.0.0.1:3000/voice",
                        "--as",
                        "https://voice.example.com",
                        "--method",
                        "get",
                        "--signature-quirk",
                        "stream-slash",
                        "--from",
                        "+15550111",
                        "--number",
                        "+15550122",
                        "--param",
                        "tenant=a",
                        "--auth-token-env",
                        "MY_TOKEN",
                        "--fault",
                        "drop",
                        "--seed",
                        "7",
                        "--duration",
                        "30s")
                .plan(EMBEDDED);

        assertThat(plan.webhook()).isEqualTo(URI.create("https://voice.example.com/voice"));
        assertThat(plan.setup().method()).isEqualTo("GET");
        assertThat(plan.quirks()).containsExactly(SignatureQuirk.STREAM_SLASH);
        assertThat(plan.from()).isEqualTo("+15550111");
        assertThat(plan.number()).isEqualTo("+15550122");
        assertThat(plan.parameters()).isEqualTo(Map.of("tenant", "a"));
        assertThat(plan.authToken()).isEqualTo("the token of my own");
        assertThat(plan.faults()).isNotEqualTo(LineFaults.NONE);
        assertThat(plan.seed()).isEqualTo(7);
        assertThat(plan.limit()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void theOptionsOfTheCallerReachTheCaller() throws Exception {
        CallDescription call = described(
                "--caller",
                "mic",
                "--mic",
                "Mic",
                "--speaker",
                "Loudspeaker",
                "--gap",
                "1s",
                "--echo-cancellation",
                "off",
                "--speak-early",
                "--stand-in");

        assertThat(call.caller())
                .isEqualTo(new CallerChoice(
                        List.of("mic"), Duration.ofSeconds(1), "Mic", "Loudspeaker", false, true, true));
    }

    @Test
    void theOptionsOfTheCommandReachTheCall() throws Exception {
        CallDescription call = described("--rest-port", "4010", "--probe-signature");

        assertThat(call.rest().port()).isEqualTo(4010);
        assertThat(call.probeSignature()).isTrue();
    }

    private static CallDescription described(String... arguments) throws Exception {
        CallOptions options = CommandLine.populateCommand(new CallOptions(), arguments);
        return options.description(Settings.read(Path.of("none-here"), Map.of("MY_TOKEN", "the token of my own")));
    }
}
