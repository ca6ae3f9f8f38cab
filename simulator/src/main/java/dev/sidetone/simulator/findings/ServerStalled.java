package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Thresholds;
import java.util.function.Consumer;

/**
 * Finds a server that no longer reads: for two seconds of an open stream not one frame could be written, though the line went on. Injected
 * faults that hold frames back are not the server's. Reports once per call.
 */
final class ServerStalled implements Check {
    private static final long STALL_NS = Thresholds.STALL_MS * 1_000_000L;

    private final InjectedFaults dialled = new InjectedFaults("jitter", "burst", "stall", "gap", "drop");
    private boolean open;
    private boolean reported;
    private long writtenNs;

    @Override
    public void fold(Fact fact, Consumer<Finding> found) {
        dialled.fold(fact);
        if (fact instanceof Fact.FrameWritten written && !written.oneWay()) {
            writtenNs = fact.atNs();
        } else if (fact instanceof Fact.StreamStarted started) {
            open = !started.carriesTexts();
            writtenNs = fact.atNs();
        } else if (fact instanceof Fact.StreamEnded) {
            open = false;
        } else if (fact instanceof Fact.FaultEnded && dialled.heldSince(fact.atNs())) {
            writtenNs = fact.atNs();
        }
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heard, Consumer<Finding> found) {
        boolean stalled = tick.atNs() - writtenNs >= STALL_NS;
        if (reported || !open || dialled.hold() || tick.lateNs() >= STALL_NS || !stalled) {
            return;
        }
        reported = true;
        found.accept(ConnectionCode.SERVER_STALLED.found("The server stopped reading: for " + Thresholds.STALL_MS / 1000
                + " s no caller audio could be written to its socket."));
    }
}
