package dev.sidetone.bench.simulation;

import dev.sidetone.simulator.findings.ConnectionCode;
import dev.sidetone.simulator.timeline.Fact;
import java.util.function.Consumer;

/** No part of the program throws, and none finds that a part of its own broke the protocol. */
final class NothingBreaks implements Witness {
    private final Consumer<String> broken;

    NothingBreaks(Consumer<String> broken) {
        this.broken = broken;
    }

    @Override
    public void fact(Fact fact) {
        if (fact instanceof Fact.Found found && found.code().equals(ConnectionCode.SIMULATOR_FAULT.code())) {
            broken.accept(found.what());
        }
    }
}
