package dev.sidetone.simulator.playback;

import dev.sidetone.simulator.recording.CallFolder;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FakeCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** A recorded call of four seconds: the caller speaks from 1 s to 2 s, the agent is heard from 2.5 s to 3.5 s. */
final class KeptSound {
    private KeptSound() {}

    static PlayableCall in(Path parent) throws IOException {
        CallTimeline timeline = new CallTimeline("0.1.0", CallFolder.keptIn(parent, "0.1.0"));
        FakeCall.into(timeline)
                .at(1000)
                .callerSpeaks(1000)
                .at(2495)
                .agentSends(1000)
                .hangsUpAt(4000);
        double firstTickAtMs = Objects.requireNonNull(timeline.sketch().zero()).firstTickAtMs();
        try (Stream<Path> folders = Files.list(parent)) {
            return new PlayableCall(folders.findFirst().orElseThrow(), firstTickAtMs - 20);
        }
    }
}
