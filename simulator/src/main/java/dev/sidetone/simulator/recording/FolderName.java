package dev.sidetone.simulator.recording;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.timeline.Fact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Names a call's folder by its beginning, in UTC, and its CallSid. */
final class FolderName {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** A CallSid has 34. */
    private static final int MOST_SID_CHARS = 64;

    private FolderName() {}

    /** A folder in {@code parent} that is not there yet. */
    static Path in(Path parent, Fact first) {
        String name = name(first);
        Path path = parent.resolve(name);
        for (int i = 2; Files.exists(path); i++) {
            path = parent.resolve(name + "-" + i);
        }
        return path;
    }

    private static String name(Fact first) {
        if (first instanceof Fact.CallPlaced placed) {
            return TIME.format(placed.startedAt()) + "-" + plain(placed.callSid());
        }
        return "call";
    }

    private static String plain(String callSid) {
        String plain = ForeignText.redacted(callSid).replaceAll("[^A-Za-z0-9]", "_");
        return plain.length() <= MOST_SID_CHARS ? plain : plain.substring(0, MOST_SID_CHARS);
    }
}
