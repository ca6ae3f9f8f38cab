package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.CallResult.Greeting;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.MeasuredAt;
import dev.sidetone.simulator.timeline.Thresholds;
import java.util.function.Consumer;

/**
 * Finds a greeting that comes later than a second after the stream began, at the ear or at the bridge. Time in which this machine stood
 * still is not the server's, nor is that of an injected fault which holds the line.
 */
final class LateGreeting implements Check {
    private final InjectedFaults dialled = new InjectedFaults("stall", "gap", "mute");
    private MeasuredAt measured = MeasuredAt.EAR;
    private long streamNs = Long.MIN_VALUE;
    private long lastLateNs;
    private long lostNs;

    @Override
    public void fold(Fact fact, Consumer<Finding> found) {
        dialled.fold(fact);
        if (fact instanceof Fact.CallPlaced placed) {
            measured = placed.place();
        } else if (fact instanceof Fact.StreamStarted started && streamNs == Long.MIN_VALUE) {
            streamNs = started.atNs();
        }
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heard, Consumer<Finding> found) {
        long moreNs = tick.lateNs() - lastLateNs;
        lastLateNs = tick.lateNs();
        if (moreNs > measured.lateNs() && streamNs != Long.MIN_VALUE) {
            lostNs += moreNs;
        }
    }

    @Override
    public void greeted(Greeting greeting, Consumer<Finding> found) {
        Double atMs = greeting.firstAudibleAtMs();
        if (atMs != null && atMs - lostNs / 1e6 > Thresholds.GREETING_MS && !dialled.heldSince(streamNs)) {
            String nothing =
                    measured == MeasuredAt.BRIDGE ? "Nothing was sent to the caller" : "The caller heard nothing";
            found.accept(StreamCode.LATE_GREETING.found(
                    nothing + " for the first " + Math.round(atMs) + " ms of the stream."));
        }
    }
}
