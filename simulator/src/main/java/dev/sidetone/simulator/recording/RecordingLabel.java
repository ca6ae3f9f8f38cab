package dev.sidetone.simulator.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sidetone.bridge.file.RegularFile;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.line.net.Loopback;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * A recording's name, target and caller, and whether it is kept: {@code label.json} in its folder. Immutable.
 *
 * @param name what a person calls the call; empty without a name
 * @param kept whether the recording stays until a person deletes it alone
 * @param target whom the call reached, in a few words; empty where nobody wrote it down
 * @param caller who spoke, in a word; empty where nobody wrote it down
 */
public record RecordingLabel(String name, boolean kept, String target, String caller) {
    /** A recording of which nothing is said. */
    public static final RecordingLabel NONE = new RecordingLabel("", false, "", "");

    /** A label that cannot be read may hold the mark that keeps its recording. */
    private static final RecordingLabel UNREADABLE = new RecordingLabel("", true, "", "");

    static final String FILE = "label.json";

    /** A name longer than this is no name. */
    public static final int MOST_CHARS = 80;

    private static final int MOST_BYTES = 64 << 10;
    private static final JsonMapper MAPPER = new JsonMapper();

    public RecordingLabel {
        name = ForeignText.line(name.strip(), MOST_CHARS);
        target = ForeignText.line(target, MOST_CHARS);
        caller = ForeignText.line(caller, MOST_CHARS);
    }

    /** A call's label at its beginning. */
    public static RecordingLabel of(String target, String caller) {
        return new RecordingLabel("", false, target, caller);
    }

    /** A server in a few words: {@code :3000/voice} on this machine, else host and path; never a user or a query. */
    public static String target(URI server) {
        String port = server.getPort() < 0 ? "" : ":" + server.getPort();
        String host = Objects.requireNonNullElse(server.getHost(), "");
        String path = Objects.requireNonNullElse(server.getPath(), "");
        return (Loopback.is(server) && !port.isEmpty() ? port : host + port) + path;
    }

    /** The same with another name. */
    public RecordingLabel named(String now) {
        return new RecordingLabel(now, kept, target, caller);
    }

    /** The same, kept or not. */
    public RecordingLabel kept(boolean now) {
        return new RecordingLabel(name, now, target, caller);
    }

    /** Reads a recording's label. One that cannot be read counts as that of a kept recording. */
    static RecordingLabel read(Path folder) {
        try {
            JsonNode json = MAPPER.readTree(RegularFile.read(folder.resolve(FILE), MOST_BYTES));
            return json.isObject()
                    ? new RecordingLabel(
                            JsonText.of(json.path("name"), ""),
                            json.path("kept").asBoolean(),
                            JsonText.of(json.path("target"), ""),
                            JsonText.of(json.path("caller"), ""))
                    : UNREADABLE;
        } catch (NoSuchFileException none) {
            return NONE;
        } catch (IOException e) {
            return UNREADABLE;
        }
    }

    /** Writes it to a recording's folder: a new file moved over the old one, so that there is never half a label. */
    void write(Path folder) throws IOException {
        Path fresh = Files.createTempFile(folder, FILE, ".new");
        try {
            Files.write(fresh, json());
            Files.move(fresh, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private byte[] json() throws JsonProcessingException {
        return MAPPER.writeValueAsBytes(MAPPER.createObjectNode()
                .put("name", name)
                .put("kept", kept)
                .put("target", target)
                .put("caller", caller));
    }
}
