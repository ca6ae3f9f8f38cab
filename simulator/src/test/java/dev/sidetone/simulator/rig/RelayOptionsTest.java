package dev.sidetone.simulator.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.cli.option.CallOptions;
import dev.sidetone.simulator.twilio.plan.RelayConditions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** How ConversationRelay hears and speaks, from the command line to the plan of the line. */
class RelayOptionsTest {
    private static final URI EMBEDDED = URI.create("http://127.0.0.1:9/voice");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatIsLeftOutIsAsUsual() throws Exception {
        assertThat(conditions()).isEqualTo(RelayConditions.USUAL);
    }

    @Test
    void everyOptionReachesThePlan() throws Exception {
        Path words = Files.writeString(folder.resolve("words.txt"), "First.\n\n  Second.  \n");

        assertThat(conditions("--end-of-turn", "1s", "--voice-delay", "0ms", "--words", words.toString()))
                .isEqualTo(new RelayConditions(1_000, 0, List.of("First.", "Second.")));
    }

    @Test
    void aFileWithoutWordsOrWithoutTextIsRefused() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.txt"), "\n\n");
        Path binary = Files.write(folder.resolve("binary.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThatThrownBy(() -> conditions("--words", empty.toString()))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("write one for each utterance");
        for (Path unreadable : List.of(binary, folder, folder.resolve("missing.txt"))) {
            assertThatThrownBy(() -> conditions("--words", unreadable.toString()))
                    .isInstanceOf(WrongSetting.class)
                    .hasMessageContaining("cannot be read");
        }
        assertThatThrownBy(() -> conditions("--end-of-turn", "1m"))
                .isInstanceOf(WrongSetting.class)
                .hasMessage("--end-of-turn is at most 10s");
    }

    @Test
    void aRecordingSaysWhatTheTextBesideItSays() throws Exception {
        Files.write(folder.resolve("hello.ulaw"), new byte[LineFrame.BYTES]);
        Files.writeString(folder.resolve("hello.txt"), "Hello there.\n");

        assertThat(CallerChoice.wordsBeside(folder.resolve("hello.ulaw"))).isEqualTo("Hello there.");
        assertThat(CallerChoice.wordsBeside(folder.resolve("other.ulaw"))).isNull();
    }

    private static RelayConditions conditions(String... args) throws Exception {
        CallOptions options = new CallOptions();
        new CommandLine(options).parseArgs(args);
        return options.description(Settings.read(Path.of("none-here"), Map.of()))
                .plan(EMBEDDED)
                .relay();
    }
}
