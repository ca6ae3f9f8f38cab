package dev.sidetone.simulator.recording;

import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FakeCall;
import java.io.IOException;
import java.nio.file.Path;

/** A process of its own that records ten seconds of a call in no time, says so, and waits to be killed. */
final class KilledRecorder {
    private KilledRecorder() {}

    public static void main(String[] args) throws IOException {
        CallTimeline timeline = new CallTimeline("0.1.0", CallFolder.keptIn(Path.of(args[0]), "0.1.0"));
        FakeCall.into(timeline)
                .at(100)
                .agentSends(500)
                .at(1000)
                .callerSpeaks(800)
                .at(2405)
                .agentSends(700)
                .at(9500)
                .callerSpeaks(5000)
                .runsUntil(10000);
        System.out.println("recording");
        int never = System.in.read();
        throw new IllegalStateException("was to be killed, but read " + never);
    }
}
