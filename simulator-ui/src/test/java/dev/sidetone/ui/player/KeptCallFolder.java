package dev.sidetone.ui.player;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.recording.CallFolder;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

/** Records a silent call of four seconds in which the caller speaks once, in manual time. */
final class KeptCallFolder {
    private static final long ZERO_NS = 5_000_000_000L;
    private static final int TICKS = 200;

    private KeptCallFolder() {}

    static Path in(Path parent) throws IOException {
        CallTimeline timeline = new CallTimeline("0.1.0", CallFolder.keptIn(parent, "0.1.0"));
        timeline.add(new Fact.CallPlaced(
                ZERO_NS - 1, "CA1", "+15550100", "+15550199", "http://127.0.0.1/voice", Instant.EPOCH, true));
        timeline.add(new Fact.CallAnswered(ZERO_NS));
        timeline.add(new Fact.StreamStarted(ZERO_NS, "MZ1"));
        timeline.add(new Fact.CallerStarted(ZERO_NS + 1_000_000_000L, ZERO_NS + 1_000_000_000L));
        timeline.add(new Fact.CallerEnded(ZERO_NS + 2_000_000_000L, ZERO_NS + 2_000_000_000L));
        for (int tick = 1; tick <= TICKS; tick++) {
            long atNs = ZERO_NS + tick * LineFrame.NS;
            timeline.tick(new Fact.Tick(atNs, tick, 0, -90, -90, -90, -90, 0, 0), LineFrame.SILENCE, LineFrame.SILENCE);
        }
        timeline.add(new Fact.CallEnded(ZERO_NS + TICKS * LineFrame.NS + 1, EndedBy.CALLER, "hung up"));
        timeline.close(ZERO_NS + TICKS * LineFrame.NS + 2);
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.findFirst().orElseThrow();
        }
    }
}
