package dev.sidetone.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.loopback.ReservedPort;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.rig.ServedAgent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Visits of {@code sidetone doctor} on real sockets. */
@Tag("real-time")
class DoctorIT {
    private static final String KEY = "sk-doctor-test-0123456789";

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aFakeAgentAnswersAndTheJsonIsAloneOnStandardOutput() throws Exception {
        assertThat(run("--agent", "fake-openai", "--json", "-")).isZero();

        JsonNode agent = new ObjectMapper().readTree(text(out)).path("agent");
        assertThat(agent.path("verdict").asText()).isEqualTo("passed");
        assertThat(agent.at("/session/model").asText()).isEqualTo("gpt-realtime-2.1");
        assertThat(agent.path("steps").findValuesAsText("step"))
                .containsExactly("name", "connection", "ping", "key", "session", "greeting", "answer");
        assertThat(text(err)).contains("The agent answers: calls can be made with it.");
    }

    @Test
    void nobodyAtTheAddressFailsWithItsCureAndWithoutTheKey() throws Exception {
        try (ReservedPort nobody = new ReservedPort()) {
            String url = "ws://127.0.0.1:" + nobody.number() + "/v1/realtime";
            assertThat(run("--agent", "openai", "--agent-url", url)).isEqualTo(1);
        }
        assertThat(text(out))
                .contains("FAILED  connection", "cannot be reached", "Cure: check --agent-url and that the agent runs");
        assertThat(text(out) + text(err)).doesNotContain(KEY);
    }

    @Test
    void aNameThatNobodyHasFailsBeforeAnythingIsConnected() {
        assertThat(run("--agent", "openai", "--agent-url", "wss://agent.invalid/v1"))
                .isEqualTo(1);
        assertThat(text(out)).contains("FAILED  name", "agent.invalid").doesNotContain("connection");
    }

    @Test
    void aServerWithoutTlsFailsAtTls() throws Exception {
        try (SocketRuntime web = SocketRuntime.start(NanoClock.system());
                ServedAgent plain = ServedAgent.start(web, AgentScript.practice(), 0)) {
            String url = plain.url().toString().replace("ws://", "wss://");
            assertThat(run("--agent", "openai", "--agent-url", url)).isEqualTo(1);
        }
        assertThat(text(out)).contains("FAILED  TLS", "Cure: check that the port in --agent-url speaks TLS");
    }

    @Test
    void ctrlCEndsACalibrationInOneLine() {
        assertThat(run(new SignalAtOnce(), "--calibrate")).isEqualTo(3);
        assertThat(text(err).lines()).last().asString().startsWith("sidetone: the calibration was cancelled after ");
        assertThat(text(out)).isEmpty();
    }

    /** Somebody who presses Ctrl-C as soon as it is listened to. */
    private static final class SignalAtOnce implements StopSignalSource {
        @Override
        public void forward(Runnable onSignal) {
            onSignal.run();
        }

        @Override
        public void finished() {}
    }

    private int run(String... arguments) {
        return run(new ProcessSignals(), arguments);
    }

    private int run(StopSignalSource signals, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "doctor";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Map<String, String> environment = Map.of("OPENAI_API_KEY", KEY);
        return Sidetone.run(new HostProcess(environment, folder, stream(out), stream(err), signals), all);
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
