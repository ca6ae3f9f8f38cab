package dev.sidetone.bench.bridges;

import dev.sidetone.bench.process.Until;
import dev.sidetone.bridge.time.NanoClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Puts one bridge after the other under the load of one flavour. One thread, which blocks. */
final class LoadSession {
    private static final NanoClock CLOCK = NanoClock.system();
    private static final Duration READY = Duration.ofSeconds(20);
    private static final Duration ARRIVAL = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofMillis(700);
    private static final Duration CLOSING = Duration.ofMillis(500);

    private final CallLoad load;
    private final LoadFlavour flavour;

    LoadSession(CallLoad load, LoadFlavour flavour) {
        this.load = load;
        this.flavour = flavour;
    }

    /** Lets {@code calls} run for {@code settle}, and measures for {@code window} after that. */
    Measured measure(RunningBridge bridge, int calls, Duration settle, Duration window) throws Exception {
        Contender contender = bridge.contender();
        LoadSound sound = new LoadSound(flavour, contender.upDelay(), contender.downDelay());
        LoadOpening opening = new LoadOpening(load, flavour, sound);
        LoadFigures before = new LoadFigures(Long.MAX_VALUE);
        load.count(before);
        load.start();
        List<LoadedCall> open = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            open.add(opening.open(bridge.webhook(), i));
        }
        if (!Until.holds(READY, () -> open.stream().allMatch(LoadedCall::isReady))) {
            throw new IOException("not all agents get ready; " + load.complaints());
        }
        Until.passes(GRACE.plus(settle));
        LoadFigures figures = new LoadFigures(CLOCK.nowNs());
        load.count(figures);
        long cpuNs = bridge.cpuNs();
        Until.passes(window);
        double seconds = (CLOCK.nowNs() - figures.sinceNs) / 1e9;
        double cpuMs = (bridge.cpuNs() - cpuNs) / 1e6;
        load.pause();
        Until.holds(ARRIVAL, () -> load.missing() == 0);
        long missing = load.missing();
        double residentMb = bridge.residentMb();
        load.count(new LoadFigures(Long.MAX_VALUE));
        load.hangUp();
        Until.passes(CLOSING);
        complain(contender);
        return new Measured(
                contender.name(),
                calls,
                cpuMs / seconds / calls,
                Measured.Percentiles.of(figures.up),
                Measured.Percentiles.of(figures.down),
                Measured.Percentiles.of(figures.burst),
                residentMb,
                figures.lateness.getValueAtPercentile(99) / 1e6,
                before.wrong + figures.wrong + figures.strange + missing,
                seconds);
    }

    private void complain(Contender contender) {
        for (String complaint : load.complaints()) {
            System.out.println("  " + contender.name() + ": " + complaint);
        }
    }
}
