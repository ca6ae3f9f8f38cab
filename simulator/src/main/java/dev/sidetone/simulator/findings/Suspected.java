package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import java.util.function.Consumer;

/** A check of sound whose findings are no more than suspicions where one of the two sides is only worked out. */
final class Suspected implements Check {
    private final Check check;

    Suspected(Check check) {
        this.check = check;
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heard, Consumer<Finding> found) {
        check.tick(
                tick,
                said,
                heard,
                finding -> found.accept(new Finding(
                        finding.code(), Severity.SUSPICION, finding.what(), finding.cure(), finding.frame())));
    }
}
