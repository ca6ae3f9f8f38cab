package dev.sidetone.simulator.recording;

import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FakeCall;
import java.io.IOException;
import java.nio.file.Path;

/** A process of its own that records ten calls in no time, each to another moment, says so, and waits to be killed. */
final class KilledRecorder {
    static final int CALLS = 10;
    private static final int FIRST_ENDS_MS = 10_000;
    private static final int APART_MS = 70;

    private KilledRecorder() {}

    /** The moment that call number {@code call} has come to when the process is killed. */
    static int untilMs(int call) {
        return FIRST_ENDS_MS + APART_MS * call;
    }

    public static void main(String[] args) throws IOException {
        for (int call = 0; call < CALLS; call++) {
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
                    .runsUntil(untilMs(call));
        }
        System.out.println("recording");
        int never = System.in.read();
        throw new IllegalStateException("was to be killed, but read " + never);
    }
}
