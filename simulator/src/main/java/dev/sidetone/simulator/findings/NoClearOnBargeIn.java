package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.MeasuredAt;
import dev.sidetone.simulator.timeline.Thresholds;
import java.util.function.Consumer;

/**
 * Finds a barge-in at which the agent talked on because the server sent no clear. A short "mm-hmm" is no reason to fall silent: speech of
 * less than 700 ms does not count, nor does a caller who hears its own voice, or whose words an injected fault kept from the server.
 */
final class NoClearOnBargeIn implements Check {
    private static final long MEANT_NS = 700_000_000L;

    private final CallerSpeech caller = new CallerSpeech();
    private final DegradedCaller degraded = new DegradedCaller();
    private MeasuredAt measured = MeasuredAt.EAR;
    private boolean hearsItself;
    private long nowNs;

    @Override
    public void reported(Fact.Found finding) {
        hearsItself |= finding.code().equals(StreamCode.SERVER_ECHO.code());
    }

    @Override
    public void fold(Fact fact, Consumer<Finding> found) {
        caller.fold(fact);
        degraded.fold(fact);
        nowNs = fact.atNs();
        if (fact instanceof Fact.CallPlaced placed) {
            measured = placed.place();
        }
    }

    @Override
    public void bargedIn(BargeIn bargeIn, Consumer<Finding> found) {
        boolean meant = caller.lengthNs(nowNs) >= MEANT_NS && !degraded.cutOffSince(caller.startNs());
        if (bargeIn.clearMs() == null && Boolean.FALSE.equals(bargeIn.yielded()) && meant && !hearsItself) {
            Double silenceMs = bargeIn.silenceMs();
            String ms = silenceMs == null ? "more than " + Thresholds.YIELD_MS : String.valueOf(Math.round(silenceMs));
            String stale = measured == MeasuredAt.BRIDGE ? "what was sent goes on for " + ms : "the caller heard " + ms;
            found.accept(degraded.fair(StreamCode.NO_CLEAR_ON_BARGE_IN.found(
                    "The caller spoke over the agent, no clear came, and " + stale + " ms of stale speech.")));
        }
    }
}
