package dev.sidetone.simulator.recording;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FakeCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process of its own that records many short calls in a store that another process deletes all the time; it fails if one was lost. */
final class BusyRecorder {
    static final String DONE = "done";
    private static final int CALLS = 150;

    private BusyRecorder() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        RecordingStore store = RecordingStore.in(folder.resolve("calls"));
        System.out.println("recording");
        int lost = 0;
        for (int call = 0; call < CALLS; call++) {
            CallTimeline timeline =
                    new CallTimeline("0.1.0", store.place("0.1.0", RecordingLabel.of("Practice agent", "demo")));
            CallResult result = FakeCall.into(timeline).at(100).agentSends(200).hangsUpAt(600);
            CallResult.Kept kept = result.recording();
            lost += kept != null && kept.kept() ? 0 : 1;
        }
        Files.writeString(folder.resolve(DONE), lost + " of " + CALLS + " lost");
    }
}
