package dev.sidetone.simulator.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.sidetone.bridge.file.RegularFile;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.timeline.MeasuredAt;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The target and the caller of a call by the first facts of its recording, for one whose label does not say so. Immutable.
 *
 * @param target an agent's name, a server's address without what every address has, or a number; empty where nothing shows it
 * @param caller {@code mic} or {@code live}; empty where nothing shows it
 */
record CallBeginning(String target, String caller) {
    static final CallBeginning UNKNOWN = new CallBeginning("", "");

    CallBeginning {
        target = ForeignText.line(target, RecordingLabel.MOST_CHARS);
        caller = ForeignText.line(caller, RecordingLabel.MOST_CHARS);
    }

    /** Within the first second of every call. */
    private static final int HEAD_BYTES = 16 << 10;

    private static final String PLACED = "\"CallPlaced\"";
    private static final String READY = "\"AgentReady\"";
    private static final JsonFactory JSON = new JsonFactory();

    static CallBeginning read(Path folder) {
        try (InputStream in = RegularFile.open(folder.resolve(CallFiles.EVENTS), EventsFile.MOST_BYTES)) {
            String head = new String(in.readNBytes(HEAD_BYTES), StandardCharsets.UTF_8);
            Map<String, String> placed = fact(head, PLACED);
            if (placed.isEmpty()) {
                return UNKNOWN;
            }
            if (MeasuredAt.BRIDGE.name().equals(placed.get("measured"))) {
                return new CallBeginning(placed.getOrDefault("from", ""), "live");
            }
            String agent = fact(head, READY).get("agent");
            return new CallBeginning(
                    agent == null ? shortened(placed.getOrDefault("server", "")) : agent,
                    "false".equals(placed.get("edgesKnown")) ? "mic" : "");
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    /** The values of the first fact of a kind; empty without one. A fact of old or broken recordings may lack any of them. */
    private static Map<String, String> fact(String head, String kind) throws IOException {
        int at = head.indexOf(kind);
        int end = at < 0 ? -1 : head.indexOf('\n', at);
        if (end < 0) {
            return Map.of();
        }
        Map<String, String> values = new HashMap<>();
        try (JsonParser json = JSON.createParser(head.substring(head.lastIndexOf('\n', at) + 1, end))) {
            json.nextToken();
            for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                json.nextToken();
                values.put(key, json.getText());
                json.skipChildren();
            }
        }
        return values;
    }

    private static String shortened(String server) {
        try {
            return RecordingLabel.target(URI.create(server));
        } catch (IllegalArgumentException e) {
            return ForeignText.line(server, RecordingLabel.MOST_CHARS);
        }
    }
}
