package dev.sidetone.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.recording.CallFolder;
import dev.sidetone.simulator.scenario.ScenarioFile;
import dev.sidetone.simulator.sound.LineWav;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FakeCall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording becomes a scenario's file from the command line; what is none is refused in a line. */
class ScenarioCommandTest {
    private static final String NAME = "20260131-120000-" + FakeCall.CALL_SID;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aRecordedCallIsDraftedBesideItsSounds() throws IOException, WrongSetting {
        Path call = call();
        assertThat(run(call.toString())).isZero();
        Path yaml = folder.resolve(NAME + ".yaml");
        assertThat(text(out)).isEqualTo(yaml + System.lineSeparator());
        assertThat(text(err))
                .contains("1 sound in " + folder.resolve(NAME + "-sounds"))
                .contains("sidetone run");
        assertThat(ScenarioFile.read(yaml).steps()).hasSize(5);

        assertThat(run(call.toString())).isEqualTo(2);
        assertThat(text(err))
                .contains("is there already: choose another name with --output, or replace it with --force");
        assertThat(run(call.toString(), "--force", "--quiet")).isZero();
        assertThat(run(call.toString(), "--output", folder.resolve("b.yaml").toString()))
                .isZero();
        assertThat(folder.resolve("b-sounds/turn-1.wav")).exists();
    }

    @Test
    void theScenarioGoesToStandardOutputWhereThatIsWished() throws IOException, WrongSetting {
        assertThat(run(call().toString(), "--output", "-")).isZero();
        Path yaml = folder.resolve("moved.yaml");
        Files.writeString(yaml, text(out));
        assertThat(ScenarioFile.read(yaml).steps()).hasSize(5);
        assertThat(folder.resolve(NAME + ".yaml")).doesNotExist();
    }

    @Test
    void aSoundFileOfTwoChannelsIsDraftedToo() throws IOException, WrongSetting {
        Path sound = Files.copy(call().resolve("call.wav"), folder.resolve("from twilio.wav"));
        assertThat(run(sound.toString(), "--caller", "left")).isZero();
        assertThat(ScenarioFile.read(folder.resolve("from-twilio.yaml")).name()).isEqualTo("from-twilio");
    }

    @Test
    void whatIsNoRecordingIsRefusedInOneLine() throws IOException {
        refused("none is not there", folder.resolve("none").toString());
        refused("is not the folder of a recorded call", folder.toString());
        refused(
                "is not a sound file",
                Files.writeString(folder.resolve("a.wav"), "text").toString());
        refused(
                "has one channel",
                Files.write(folder.resolve("b.wav"), LineWav.of(new short[800])).toString());
        refused("--caller is for sound files", call().toString(), "--caller", "left");
        refused(
                "there is no folder",
                call().toString(),
                "--output",
                folder.resolve("x/y.yaml").toString());
        refused("is a folder: name a file in it", call().toString(), "--output", folder.toString(), "--force");
    }

    private void refused(String why, String... arguments) {
        err.reset();
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(text(err)).contains(why).hasLineCount(1);
    }

    private Path call() {
        Path calls = folder.resolve("calls");
        Path call = calls.resolve(NAME);
        if (!Files.exists(call)) {
            FakeCall told = FakeCall.into(new CallTimeline("0.1.0", CallFolder.keptIn(calls, "0.1.0")));
            told.at(1_000).callerSpeaks(500).at(2_200).agentSends(600).hangsUpAt(4_000);
        }
        return call;
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "scenario";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        HostProcess process = new HostProcess(Map.of(), folder, stream(out), stream(err), new ProcessSignals());
        return Sidetone.run(process, all);
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
