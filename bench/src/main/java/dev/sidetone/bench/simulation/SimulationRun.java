package dev.sidetone.bench.simulation;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Plays scenarios of one seed after the other until the time is up or a rule is broken: {@code bench/run simulation [--for 60s] [--seed 1]},
 * or so many of them as {@code --seeds} names. A scenario that breaks a rule is shrunk and printed; with {@code --go-on} it is only named.
 */
public final class SimulationRun {
    private static final Duration USUAL = Duration.ofSeconds(60);
    private static final Duration FOREVER = Duration.ofDays(365);
    private static final int MOST_TRIES = 400;

    private final long firstSeed;
    private final long lastSeed;
    private final boolean goesOn;
    private final PrintStream out;
    private long seed;
    private long callMs;
    private long digest = 1;
    private int violations;
    private @Nullable SimulatedScenario broken;

    private SimulationRun(long firstSeed, long lastSeed, boolean goesOn, PrintStream out) {
        this.firstSeed = firstSeed;
        this.lastSeed = lastSeed;
        this.goesOn = goesOn;
        this.seed = firstSeed;
        this.out = out;
    }

    /** Plays; exits with 1 when a rule was broken. */
    public static void main(String[] args) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        Duration time = USUAL;
        long seed = 1;
        long seeds = Long.MAX_VALUE;
        boolean goesOn = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--for" -> time = Duration.parse("PT" + args[++i].toUpperCase(Locale.ROOT));
                case "--seed" -> seed = Long.parseLong(args[++i]);
                case "--seeds" -> seeds = Long.parseLong(args[++i]);
                case "--go-on" -> goesOn = true;
                default -> {
                    System.err.println("usage: bench/run simulation [--for 60s | --seeds 2000] [--seed 1] [--go-on]");
                    System.exit(2);
                }
            }
        }
        long last = seeds == Long.MAX_VALUE ? seeds : seed + seeds - 1;
        Duration most = seeds == Long.MAX_VALUE ? time : FOREVER;
        System.exit(new SimulationRun(seed, last, goesOn, System.out).play(most) ? 0 : 1);
    }

    private boolean play(Duration time) {
        long cpuNs = cpuNs();
        long untilNs = cpuNs + time.toNanos();
        do {
            next();
        } while (broken == null && seed <= lastSeed && cpuNs() < untilNs);
        double cpuS = (cpuNs() - cpuNs) / 1e9;
        out.printf(
                Locale.ROOT,
                "%d scenarios (seeds %d to %d): %d s of calls in %.1f s of CPU, %.0f a second; digest %016x%n",
                seed - firstSeed,
                firstSeed,
                seed - 1,
                callMs / 1_000,
                cpuS,
                callMs / 1_000.0 / cpuS,
                digest);
        if (broken != null) {
            explain(broken);
        }
        return violations == 0;
    }

    private void next() {
        SimulatedScenario scenario = ScenarioDraw.of(seed++);
        Simulation.Outcome outcome = Simulation.play(scenario);
        callMs += outcome.callMs();
        digest = digest * 31 + outcome.digest();
        if (outcome.violation() != null) {
            violations++;
            broken = goesOn ? null : scenario;
            out.println("seed " + scenario.seed() + ": " + outcome.violation());
        }
    }

    private void explain(SimulatedScenario scenario) {
        String rule = rule(scenario);
        SimulatedScenario smallest = Shrink.of(scenario, each -> rule.equals(rule(each)), MOST_TRIES);
        out.println("the smallest scenario that breaks the same rule, to be pasted into ScenariosTest:\n");
        out.println(smallest);
        out.println(Simulation.play(smallest).violation());
    }

    private static String rule(SimulatedScenario scenario) {
        BrokenRule violation = Simulation.play(scenario).violation();
        return violation == null ? "" : violation.rule();
    }

    private static long cpuNs() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
