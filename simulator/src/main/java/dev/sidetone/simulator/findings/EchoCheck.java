package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.echo.EchoCorrelator;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.MeasuredAt;
import dev.sidetone.simulator.timeline.Severity;
import java.util.function.Consumer;

/**
 * Finds the agent's voice in the caller's lane: the server then hears its own agent, as a caller who interrupts. It takes a microphone: a
 * caller who follows a script hears nothing, and one whose voice the server sends back is no echo. No more than a suspicion at the bridge,
 * where what the caller hears is only worked out.
 */
final class EchoCheck implements Check {
    private static final int LONGEST_DELAY_MS = 500;
    private static final int MEMORY_MS = 2_000;

    /** Two people who speak at once for so long are less than half as alike as this. */
    private static final float ENOUGH_MS = 1_000;

    private static final float LIKENESS = 0.4f;

    private final EchoCorrelator search = new EchoCorrelator(LONGEST_DELAY_MS, MEMORY_MS);
    private boolean atBridge;
    private boolean scripted;
    private boolean reported;

    @Override
    public void reported(Fact.Found finding) {
        reported |= finding.code().equals(StreamCode.SERVER_ECHO.code());
    }

    @Override
    public void fold(Fact fact, Consumer<Finding> found) {
        if (fact instanceof Fact.CallPlaced placed) {
            atBridge = placed.place() == MeasuredAt.BRIDGE;
            scripted = !atBridge && placed.edgesKnown();
        }
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heard, Consumer<Finding> found) {
        if (scripted || reported || !search.hear(heard, said)) {
            return;
        }
        if (search.evidenceMs() >= ENOUGH_MS && search.likeness() >= LIKENESS) {
            reported = true;
            found.accept(StreamCode.ECHO.found(
                    atBridge ? Severity.SUSPICION : Severity.WARNING,
                    "The agent's voice is in the caller's lane, " + search.delaySamples() * 1000 / LineFrame.RATE_HZ
                            + " ms after it was heard: the agent may take itself for a caller who interrupts."));
        }
    }
}
