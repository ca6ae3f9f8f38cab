package dev.sidetone.simulator.recording;

import dev.sidetone.simulator.timeline.Fact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Names a call's folder by its beginning, in UTC, and its CallSid. */
final class FolderName {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

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
            return TIME.format(placed.startedAt()) + "-" + placed.callSid().replaceAll("[^A-Za-z0-9]", "_");
        }
        return "call";
    }
}
