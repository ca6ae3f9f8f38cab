package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.file.RegularFile;
import dev.sidetone.bridge.settings.InvalidSettingsException;
import dev.sidetone.bridge.settings.YamlFile;
import dev.sidetone.bridge.settings.YamlNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The settings of an agent as a person types them; an empty text leaves the service's own. Immutable.
 *
 * @param model the vendor's model
 * @param voice the vendor's voice
 * @param instructions its role and rules
 * @param greeting what it says first
 * @param callerFirst whether it says nothing first
 * @param further everything else, in YAML: tools, turn-detection, audio
 */
public record AgentTexts(
        String model, String voice, String instructions, String greeting, boolean callerFirst, String further) {
    /** Nothing is set. */
    public static final AgentTexts UNSET = new AgentTexts("", "", "", "", false, "");

    /** Everything behind this line is the person's own YAML. */
    private static final String MARK = "# further settings";

    /** Whether nothing is set. */
    public boolean isUnset() {
        return model.isBlank()
                && voice.isBlank()
                && instructions.isBlank()
                && greeting.isBlank()
                && !callerFirst
                && further.isBlank();
    }

    /** Reads a file: its own lines before the mark, and the person's YAML behind it; a file without a mark is all the person's. */
    static AgentTexts of(Path file) throws InvalidSettingsException {
        String text;
        try {
            text = RegularFile.readText(file, YamlFile.MOST_BYTES);
        } catch (IOException e) {
            throw new InvalidSettingsException(file.toString(), "cannot be read: is it there, and a text file?");
        }
        int mark = text.indexOf(MARK + "\n");
        if (mark < 0) {
            return new AgentTexts("", "", "", "", false, text);
        }
        Map<String, YamlNode> own =
                YamlFile.read(file.toString(), text.substring(0, mark)).entries();
        String greeting = text(own, "greeting");
        return new AgentTexts(
                text(own, "model"),
                text(own, "voice"),
                text(own, "instructions"),
                greeting,
                own.containsKey("greeting") && greeting.isEmpty(),
                text.substring(mark + MARK.length() + 1));
    }

    private static String text(Map<String, YamlNode> own, String key) throws InvalidSettingsException {
        YamlNode value = own.get(key);
        return value == null ? "" : value.text();
    }

    /** The file for the agent {@code name}. */
    String yaml(String name) {
        StringBuilder yaml = new StringBuilder();
        if (!further.lines().anyMatch(line -> line.startsWith("agent:"))) {
            line(yaml, "agent", name);
        }
        line(yaml, "model", model);
        line(yaml, "voice", voice);
        line(yaml, "instructions", instructions);
        if (callerFirst) {
            yaml.append("greeting: \"\"\n");
        } else {
            line(yaml, "greeting", greeting);
        }
        return yaml.append(MARK).append('\n').append(further).toString();
    }

    private static void line(StringBuilder yaml, String key, String value) {
        if (!value.isBlank()) {
            yaml.append(key).append(": ").append(quoted(value.strip())).append('\n');
        }
    }

    /** A double-quoted scalar: JSON's, which YAML reads alike. */
    private static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.chars().forEach(c -> {
            switch (c) {
                case '"', '\\' -> text.append('\\').append((char) c);
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                        text.append(String.format("\\u%04x", c));
                    } else {
                        text.append((char) c);
                    }
                }
            }
        });
        return text.append('"').toString();
    }
}
