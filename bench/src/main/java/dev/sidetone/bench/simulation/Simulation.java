package dev.sidetone.bench.simulation;

import org.jspecify.annotations.Nullable;

/** Plays one scenario from its beginning until nothing of it is left, and looks at the rules after every step. */
final class Simulation {
    private static final long MS = 1_000_000;
    private static final long LOOK_NS = 1_000 * MS;
    /** A timeline makes its whole result at each. */
    private static final int LOOKS_PER_PUMP = 10;
    /** No call lasts longer. */
    private static final long MOST_NS = 900_000 * MS;
    /** What a call owns is let go within this time after its end: the last callbacks are tried again, the last watchdogs run out. */
    private static final long SETTLED_NS = 90_000 * MS;

    private final Rules rules = new Rules();
    private final SimulatedRig rig;
    private int looks;

    private Simulation(SimulatedScenario scenario) {
        this.rig = new SimulatedRig(scenario, rules);
    }

    /**
     * The outcome of a scenario.
     *
     * @param violation the first rule that was broken, or null
     * @param digest stands for everything that happened: two runs of one scenario have the same
     * @param callMs how long its calls lasted, together
     */
    record Outcome(@Nullable BrokenRule violation, long digest, long callMs) {}

    static Outcome play(SimulatedScenario scenario) {
        return new Simulation(scenario).play();
    }

    private Outcome play() {
        try {
            calls();
            if (rules.violation() == null) {
                settle();
            }
        } catch (RuntimeException | Error e) {
            rules.broken(new BrokenRule("nothing breaks", 0, rig.elapsedMs(), trace(e)));
        }
        long digest = 1;
        long callNs = 0;
        for (SimulatedCall call : rig.calls) {
            digest = digest * 31 + call.digest();
            callNs += call.lastedNs();
        }
        return new Outcome(rules.violation(), digest, callNs / MS);
    }

    private void calls() {
        long untilNs = rig.timers.nowNs() + MOST_NS;
        while (!rig.allOver()) {
            if (rig.timers.nowNs() > untilNs) {
                rules.broken(new BrokenRule("every call ends", 0, rig.elapsedMs(), "a call goes on for ever"));
                return;
            }
            run(LOOK_NS);
            if (++looks % LOOKS_PER_PUMP == 0) {
                rig.calls.forEach(SimulatedCall::pump);
            }
            if (rules.violation() != null) {
                return;
            }
        }
    }

    private void run(long ns) {
        long untilNs = rig.timers.nowNs() + ns;
        while (rules.violation() == null && rig.timers.step(untilNs)) {
            // The rules look at each step as it is taken.
        }
        rig.timers.advanceTo(Math.max(untilNs, rig.timers.nowNs()));
    }

    private void settle() {
        rig.calls.forEach(SimulatedCall::close);
        run(SETTLED_NS);
        if (rules.violation() == null) {
            new Holdings(rig, rules).check();
        }
    }

    private static String trace(Throwable e) {
        StringBuilder text = new StringBuilder(e.toString());
        for (StackTraceElement frame : e.getStackTrace()) {
            if (text.length() > 1_500) {
                break;
            }
            text.append("\n        at ").append(frame);
        }
        return text.toString();
    }
}
