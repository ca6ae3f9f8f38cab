package dev.sidetone.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.SidetoneVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person types and reads, up to the call itself. */
class SidetoneTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void letGo() {
        System.setOut(realOut);
        System.setErr(realErr);
    }

    @Test
    void theVersionIsThePoms() throws IOException {
        assertThat(Sidetone.run("--version")).isZero();
        assertThat(text(out)).startsWith("sidetone " + SidetoneVersion.TEXT);
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>" + SidetoneVersion.TEXT + "</version>");
    }

    @Test
    void everyCommandHasHelpWithAnExample() {
        for (String command :
                Sidetone.commandLine(HostProcess.own()).getSubcommands().keySet()) {
            assertThat(Sidetone.run(command, "--help")).isZero();
            assertThat(text(out)).contains("Example").contains("sidetone " + command);
        }
    }

    @Test
    void anUnknownOptionIsWrongUsageInTwoLines() {
        assertThat(Sidetone.run("call", "--nonsense")).isEqualTo(2);
        assertThat(text(err).lines()).hasSize(2);
        assertThat(text(err)).contains("--nonsense").contains("sidetone call --help");
    }

    @Test
    void aTimeWithoutAUnitSaysWhatIsMeant() {
        assertThat(Sidetone.run("call", "--duration", "30")).isEqualTo(2);
        assertThat(text(err)).contains("'30' is not a time").contains("30s");
    }

    @Test
    void aFaultThatIsNoneSaysWhatWasMeant() {
        assertThat(Sidetone.run("call", "--fault", "stal=2s")).isEqualTo(2);
        assertThat(text(err)).contains("--fault").contains("'stal' is no fault: is stall meant?");
        assertThat(text(err).lines()).hasSize(2);
    }

    @Test
    void aRecordingThatIsNoneEmptyOrMissingIsAWrongSetting() throws IOException {
        Path text = Files.writeString(folder.resolve("text.wav"), "no sound");
        assertThat(Sidetone.run("call", "--caller", text.toString())).isEqualTo(2);
        assertThat(text(err)).contains("text.wav is not a sound file; wanted is WAV, FLAC, MP3");
        assertThat(Sidetone.run("call", "--caller", folder.resolve("none.wav").toString()))
                .isEqualTo(2);
        assertThat(text(err)).contains("none.wav is not there");
        assertThat(Sidetone.run("call", "--caller", folder.toString())).isEqualTo(2);
        assertThat(text(err)).contains("is not the folder of a recorded call");
        assertThat(text(err).lines()).hasSize(3);
    }

    @Test
    void aDeviceWithoutAMicrophoneCallerAndAnUnknownAgentAreWrongSettings() {
        assertThat(Sidetone.run("call", "--mic", "x")).isEqualTo(2);
        assertThat(Sidetone.run("call", "--agent", "nobody")).isEqualTo(2);
        assertThat(Sidetone.run("call", "--caller", "mic", "a.wav")).isEqualTo(2);
        assertThat(Sidetone.run("call", "--echo-cancellation", "maybe")).isEqualTo(2);
        assertThat(Sidetone.run("agent", "morse")).isEqualTo(2);
        assertThat(Sidetone.run("bridge", "--public-url", "https://example.com"))
                .isEqualTo(2);
    }

    @Test
    void anAddressThatCannotBeOneIsAWrongSettingWithItsCure() {
        assertThat(Sidetone.run("bridge", "--public-url", "example.com")).isEqualTo(2);
        assertThat(text(err)).contains("write it as https://example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "*",
                "localhost:5173",
                "http://localhost:5173/phone",
                "http://localhost:phone",
                "http://localhost,evil.example",
                "http://"
            })
    void aPageThatHasNoSuchOriginIsNotLetIn(String origin) {
        assertThat(Sidetone.run("bridge", "--allow-origin", origin)).isEqualTo(2);
        assertThat(text(err)).contains("'" + origin + "' is no page's origin").contains("http://localhost:5173");
    }

    @ParameterizedTest
    @ValueSource(strings = {"monitoring.example", "999.999.999.999", "10.0.0", "", ":::::", "10.0.0.7/8"})
    void metricsAreForAnAddressThatCannotBeAnother(String address) {
        assertThat(Sidetone.run("bridge", "--metrics-for", address)).isEqualTo(2);
        assertThat(text(err)).contains("'" + address + "' is no address: write it as in 10.0.0.7");
    }

    @Test
    void aBridgeThatLetsNobodyInIsAWrongSetting() {
        assertThat(Sidetone.run("bridge", "--max-calls", "0")).isEqualTo(2);
        assertThat(text(err)).contains("--max-calls 0 accepts no call");
    }

    @Test
    void aTakenPortCannotRunAndSaysSo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(Sidetone.run("bridge", "--port", port)).isEqualTo(3);
            assertThat(Sidetone.run("agent", "openai", "--port", port)).isEqualTo(3);
            assertThat(text(err).lines())
                    .hasSize(2)
                    .allMatch(line -> line.contains("port " + port + " on 127.0.0.1 is taken"));
        }
    }

    @Test
    void whatIsNoCommandIsToldWhichThereAre() {
        assertThat(Sidetone.run("dial")).isEqualTo(2);
        assertThat(text(err))
                .contains(
                        "no command dial; there are: call, run, load, scenario, score, report, bridge, live, agent, doctor");
        assertThat(text(err).lines()).hasSize(2);
    }

    @Test
    void whatWorksEverywhereMayStandBeforeTheCommand() {
        assertThat(Sidetone.run("--quiet", "doctor")).isZero();
        assertThat(Sidetone.run("--no-color", "--version")).isZero();
        assertThat(Sidetone.run("--version", "--quiet")).isZero();
        assertThat(text(err)).isEmpty();
    }

    @Test
    void aUrlThatIsNoneIsWrongUsage() {
        for (String url : new String[] {"", "localhost:3000/x", "ftp://x/", "http://a b/", "http://localhost:99999/"}) {
            assertThat(Sidetone.run("call", "--to", url)).isEqualTo(2);
            assertThat(text(err)).contains("'" + url + "' is no webhook's URL").contains("http://localhost:3000");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--as https://a.example | --as needs --to",
                "--to http://localhost:1/ --as http://a.example | as in https://voice.example.com",
                "--to http://localhost:1/ --as https://a.example/voice | without a path",
                "--stream-origin localhost:3000 | as in ws://localhost:3001",
                "--stream-origin ws://h:99999 | no stream origin",
                "--to http://localhost:1/ --ca none.pem | none.pem is not a file that can be read",
                "--method PUT | write GET or POST",
                "--lenient --strict-protocol | exclude each other",
                "--signature-quirk slash | there are: stream-slash",
                "--status-callback /status | write it whole"
            })
    void aServerThatCannotBeMeantIsToldWithItsCure(String options, String cure) {
        assertThat(Sidetone.run(("call " + options).split(" "))).isEqualTo(2);
        assertThat(text(err)).contains(cure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "call --fault bad-jsn | 'bad-jsn' is no fault: is bad-json meant?",
                "call --fault jiter=20ms@5s | 'jiter' is no fault: is jitter meant?",
                "call --fault hum | of the line there are jitter burst",
                "call --fault hum | of the agent key 401",
                "agent openai --fault bad-jsn | 'bad-jsn' is no agent fault: is bad-json meant?",
                "agent openai --fault stall=2s | 'stall=2s' is a fault of the line, not of the agent",
                "agent openai --fault hum | there are: key, 401"
            })
    void aMisspeltFaultIsNamedWithTheNearestThatIsPossibleThere(String command, String message) {
        assertThat(Sidetone.run(command.split(" "))).isEqualTo(2);
        assertThat(text(err)).contains(message);
    }

    @Test
    void aServerOnAnotherMachineIsSaidToBeReal() {
        assertThat(Sidetone.run("call", "--to", "http://no-such-host.invalid/voice"))
                .isEqualTo(3);
        assertThat(text(err).lines().filter(line -> line.startsWith("note: "))).hasSize(1);
        assertThat(text(err))
                .contains("no-such-host.invalid is not this machine")
                .contains("is real");
    }

    @Test
    void aResultOrARecordingThatCannotBeKeptIsToldBeforeTheCall() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(Sidetone.run("call", "--json", folder.toString())).isEqualTo(2);
        assertThat(Sidetone.run("call", "--json", folder.resolve("none/x.json").toString()))
                .isEqualTo(2);
        assertThat(Sidetone.run("call", "--record", file.toString())).isEqualTo(2);
        assertThat(text(err))
                .contains("is a folder")
                .contains("there is no folder")
                .contains("cannot be a folder");
        assertThat(text(err).lines()).hasSize(3);
    }

    @Test
    void aTimeOfMoreThanADayIsWrongUsage() {
        assertThat(Sidetone.run("call", "--gap", "99999999m")).isEqualTo(2);
        assertThat(text(err)).contains("longer than a day");
    }

    @Test
    void debugShowsWhere() {
        assertThat(Sidetone.run("call", "--debug", "--agent", "nobody")).isEqualTo(2);
        assertThat(text(err)).contains("at dev.sidetone.simulator");
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
