package dev.sidetone.simulator.recording;

import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FakeCall;

/** A process of its own that exits in the middle of a call whose spool is not to be kept. */
final class LeavingRecorder {
    private LeavingRecorder() {}

    public static void main(String[] args) {
        CallFolder folder = CallFolder.temporary("0.1.0");
        FakeCall.into(new CallTimeline(args[0], folder)).at(100).agentSends(500).runsUntil(1000);
        System.out.println(folder.folder());
        System.exit(0);
    }
}
