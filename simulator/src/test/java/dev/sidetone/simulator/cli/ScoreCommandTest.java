package dev.sidetone.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings as other programs write them, judged from the command line. */
class ScoreCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({"8000, 16", "16000, 16", "44100, 16", "48000, 24", "8000, 8"})
    void aRecordingOfAnyRateAndWidthGivesTheSameTimes(int rate, int bits) throws IOException {
        Path file = recording("call.wav", rate, bits, 600);

        assertThat(run(file.toString(), "--json", "-")).isZero();

        JsonNode result = JSON.readTree(text(out));
        assertThat(result.at("/call/measured").asText()).isEqualTo("recording");
        assertThat(result.at("/turns")).hasSize(1);
        assertThat(result.at("/turns/0/ttfaMs").asDouble()).isCloseTo(600, within(11.0));
        assertThat(result.at("/greeting/firstAudibleAtMs").asDouble()).isCloseTo(500, within(11.0));
    }

    @Test
    void theReportSaysWhichChannelIsWhoseAndHasNothingThatARecordingDoesNotShow() throws IOException {
        Path file = recording("call.wav", 8000, 16, 600);

        assertThat(run(file.toString())).isZero();

        assertThat(text(out))
                .contains(
                        "Recording " + file,
                        "Channels  caller left, agent right",
                        "Greeting  at 00:00.5",
                        "p50 ",
                        "Findings  none")
                .doesNotContain("Playout", "Marks", "Line ", "null");
    }

    @Test
    void aFolderGivesATableWithThePercentilesOfAllTurns() throws IOException {
        recording("a.wav", 8000, 16, 600);
        recording("b.wav", 8000, 16, 900);
        recording("c.wav", 8000, 16, 1_300);
        Path json = folder.resolve("scores.json");

        assertThat(run(folder.toString(), "--json", json.toString())).isZero();

        assertThat(text(out).lines().filter(line -> line.contains("a.wav"))).hasSize(1);
        assertThat(text(out)).contains("TTFA p50", "info late-answer");
        JsonNode run = JSON.readTree(Files.readString(json));
        assertThat(run.at("/verdict").asText()).isEqualTo("passed");
        assertThat(run.at("/scenarios")).hasSize(3);
        assertThat(run.at("/scenarios/0/calls/0/call/measured").asText()).isEqualTo("recording");
        assertThat(run.at("/ttfa/n").asInt()).isEqualTo(3);
        assertThat(run.at("/ttfa/p50Ms").asDouble()).isCloseTo(900, within(11.0));
        assertThat(run.at("/ttfa/p95Ms").isNull()).isTrue();
    }

    @Test
    void aPageOfThemIsWrittenWithTheirSound() throws IOException {
        recording("a.wav", 8000, 16, 600);
        recording("b.wav", 44_100, 16, 900);
        Path page = folder.resolve("scores.html");

        assertThat(run(folder.toString(), "--html", page.toString())).isZero();

        String html = Files.readString(page);
        assertThat(html.split("id=\"caller-\\d", -1)).hasSize(3);
        assertThat(html.contains("\"title\":\"Recording " + folder.resolve("b.wav")))
                .isTrue();
        assertThat(text(err)).contains("page: " + page);
        assertThat(run(folder.toString(), "--html", folder.toString())).isEqualTo(2);
        assertThat(text(err)).contains("--html " + folder + " is a folder");
    }

    @Test
    void aFileThatCannotBeJudgedIsNamedAndTheOthersAreJudged() throws IOException {
        recording("a.wav", 8000, 16, 600);
        Files.writeString(folder.resolve("b.wav"), "no sound");

        assertThat(run(folder.toString())).isEqualTo(2);

        assertThat(text(err)).contains("b.wav is not a sound file", "1 of 2 files could not be judged");
        assertThat(text(out)).contains("a.wav").doesNotContain("b.wav");
    }

    @Test
    void whatIsNoRecordingOfTwoVoicesIsOneClearLine() throws IOException {
        Path mono = write("mono.wav", 8000, 16, 1, new double[8000]);
        assertThat(run(mono.toString())).isEqualTo(2);
        assertThat(text(err)).contains("mono.wav has one channel").contains("recordingChannels=dual");
        assertThat(run(folder.resolve("none.wav").toString())).isEqualTo(2);
        assertThat(text(err)).contains("none.wav is not there");
        assertThat(run(Files.createDirectory(folder.resolve("empty")).toString()))
                .isEqualTo(2);
        assertThat(text(err)).contains("empty has no recording in it");
        assertThat(run(mono.toString(), "--caller", "middle")).isEqualTo(2);
        assertThat(text(err)).contains("--caller").contains("middle");
        assertThat(text(err)).doesNotContain("Exception", "\tat ");
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "score";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        HostProcess process = new HostProcess(Map.of(), folder, stream(out), stream(err), new ProcessSignals());
        return Sidetone.run(process, all);
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    /** A greeting, a question from 3.0 to 4.0 s, and its answer. */
    private Path recording(String name, int rate, int bits, int ttfaMs) throws IOException {
        double[] both = new double[8 * rate * 2];
        speak(both, rate, 1, 240, 500, 1_800);
        speak(both, rate, 0, 180, 3_000, 4_000);
        speak(both, rate, 1, 240, 4_000 + ttfaMs, 7_000);
        return write(name, rate, bits, 2, both);
    }

    private static void speak(double[] both, int rate, int channel, int hertz, int fromMs, int toMs) {
        for (int i = fromMs * (rate / 100) / 10; i < toMs * (rate / 100) / 10; i++) {
            for (int k = 1; k <= 6; k++) {
                both[2 * i + channel] += 0.1 * Math.sin(2 * Math.PI * hertz * k * i / rate + k) / k;
            }
        }
    }

    private Path write(String name, int rate, int bits, int channels, double[] samples) throws IOException {
        int width = bits / 8;
        ByteBuffer pcm = ByteBuffer.allocate(samples.length * width).order(ByteOrder.LITTLE_ENDIAN);
        for (double sample : samples) {
            int value = (int) Math.round(sample * ((1 << (bits - 1)) - 1));
            // WAV's bytes are unsigned.
            for (int i = 0; i < width; i++) {
                pcm.put((byte) (bits == 8 ? value + 128 : value >> (8 * i)));
            }
        }
        AudioFormat format = new AudioFormat(
                bits == 8 ? AudioFormat.Encoding.PCM_UNSIGNED : AudioFormat.Encoding.PCM_SIGNED,
                rate,
                bits,
                channels,
                channels * width,
                rate,
                false);
        Path file = folder.resolve(name);
        AudioInputStream sound =
                new AudioInputStream(new ByteArrayInputStream(pcm.array()), format, samples.length / channels);
        AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
        return file;
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
