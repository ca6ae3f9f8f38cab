package dev.sidetone.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageExportTest {
    private static final WireRow MARK =
            new WireRow(0, 2.0, 2.0, Wire.TWILIO, false, "mark", 1, 1, 1, 0, "{\"event\":\"mark\"}", true);
    private static final WireRow SOUND =
            new WireRow(1, 3.0, 43.0, Wire.AGENT, true, "append", 0, 0, 3, 480, "{\"type\":\"append\"}", true);
    private static final WireRow BROKEN =
            new WireRow(2, null, null, Wire.TWILIO, false, "not JSON", 2, 2, 1, 0, "no {\"json", true);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyRowIsALineOfJson() throws IOException {
        Path file = folder.resolve("messages.jsonl");
        assertThat(MessageExport.write(List.of(MARK, SOUND, BROKEN), file)).isEqualTo("3 rows are in " + file + ".");
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "{\"atMs\":2.0,\"wire\":\"twilio\",\"towards\":\"caller\",\"kind\":\"mark\",\"count\":1,\"frame\":1,"
                                + "\"exact\":true,\"message\":{\"event\":\"mark\"}}",
                        "{\"atMs\":3.0,\"untilMs\":43.0,\"wire\":\"agent\",\"towards\":\"agent\",\"kind\":\"append\",\"count\":3,"
                                + "\"soundBytes\":480,\"exact\":true,\"message\":{\"type\":\"append\"}}",
                        "{\"atMs\":null,\"wire\":\"twilio\",\"towards\":\"caller\",\"kind\":\"not JSON\",\"count\":1,\"frame\":2,"
                                + "\"exact\":true,\"message\":\"no {\\\"json\"}");
    }

    @Test
    void aFolderThatIsNotThereIsNamedWithTheCure() {
        Path file = folder.resolve("nowhere").resolve("messages.jsonl");
        assertThat(MessageExport.write(List.of(MARK), file)).contains(file.toString(), "choose a folder");
    }

    @Test
    void aMessageIsIndentedForPeopleUnlessItIsNoJson() {
        assertThat(WireJson.pretty(MARK).replace("\r", "")).isEqualTo("{\n  \"event\" : \"mark\"\n}");
        assertThat(WireJson.pretty(BROKEN)).isEqualTo("no {\"json");
    }
}
