package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.line.net.Loopback;
import dev.sidetone.simulator.load.DemoCallers;
import dev.sidetone.simulator.load.LoadCaller;
import dev.sidetone.simulator.load.LoadPlan;
import dev.sidetone.simulator.rig.CallDescription;
import dev.sidetone.simulator.rig.CallerChoice;
import dev.sidetone.simulator.scenario.PlannedScenario;
import dev.sidetone.simulator.scenario.Scenario;
import dev.sidetone.simulator.twilio.plan.NumberSetup;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options about how many calls a load makes and when, and about who may be loaded. */
public final class LoadOptions {
    private static final int USUAL_CALLS = 10;
    private static final int MOST_CALLS = 100_000;
    private static final double MOST_PER_SECOND = 10_000;
    /** What a search tries at the most, unless more is asked for. */
    private static final int MOST_SEARCHED = 1_000;

    @Mixin
    private ScenarioOptions call = new ScenarioOptions();

    @Mixin
    private CallerOptions caller = new CallerOptions();

    @Option(
            names = "--calls",
            paramLabel = "N",
            description = "Calls at once (default " + USUAL_CALLS + "); with --find-capacity the most that are tried"
                    + " (default " + MOST_SEARCHED + ").")
    private @Nullable Integer calls;

    @Option(
            names = "--ramp",
            paramLabel = "PER_SECOND",
            description = "Begin so many calls in a second at the most (default ${DEFAULT-VALUE}).",
            defaultValue = "10")
    private double ramp;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description =
                    "Keep the calls up for this time: who has hung up calls again. Left out: every caller calls once."
                            + " With --find-capacity: measure each step for so long (default 20s).")
    private @Nullable Duration time;

    @Option(names = "--find-capacity", description = "Search the most calls at which TTFA p95 and failures hold.")
    private boolean findCapacity;

    @Option(
            names = "--ttfa-limit",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description =
                    "With --find-capacity: the TTFA p95 that holds. Left out: that of the first step, and a fifth or"
                            + " 50 ms more.")
    private @Nullable Duration ttfaLimit;

    @Option(
            names = "--record-every",
            paramLabel = "N",
            description = "With --record: keep one recording of N calls. Of all others only figures are kept.")
    private @Nullable Integer recordEvery;

    @Option(
            names = "--i-own-this-server",
            description =
                    "The server at --to is mine, or its owner lets me load it: needed where it is not this machine.")
    private boolean own;

    /** What the load is to be. */
    public LoadPlan plan() throws WrongSetting {
        int most = calls == null ? findCapacity ? MOST_SEARCHED : USUAL_CALLS : (int) calls;
        if (most < 1 || most > MOST_CALLS) {
            throw new WrongSetting("--calls " + most + " is out of range: 1 to " + MOST_CALLS);
        }
        if (!(ramp > 0 && ramp <= MOST_PER_SECOND)) {
            throw new WrongSetting("--ramp " + ramp + " is out of range: more than 0, and at most "
                    + (int) MOST_PER_SECOND + " calls a second");
        }
        Duration length = time;
        if (length != null && length.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new WrongSetting(
                    "--for " + length.toMillis() + "ms measures nothing: one second at least, as in --for 5m");
        }
        if (ttfaLimit != null && !findCapacity) {
            throw new WrongSetting("--ttfa-limit is for --find-capacity: add that, or leave it out");
        }
        Double limitMs = ttfaLimit == null ? null : (Double) (ttfaLimit.toNanos() / 1e6);
        return new LoadPlan(most, ramp, length, findCapacity, limitMs, recorded());
    }

    private int recorded() throws WrongSetting {
        Integer every = recordEvery;
        if (every != null && every < 1) {
            throw new WrongSetting(
                    "--record-every " + every + " is out of range: 1 records all calls, 100 one of a hundred");
        }
        if ((every != null) != call.records()) {
            throw new WrongSetting(
                    "--record and --record-every stand together here: the folder, and one of how many calls");
        }
        return every == null ? 0 : every;
    }

    /**
     * The kinds of callers, who take turns: those of the scenarios, or of {@code --caller}, or the demo's.
     *
     * @throws WrongSetting if there is something in the options that a load cannot have, or the server may not be loaded
     */
    public List<LoadCaller> callers(List<Scenario> scenarios, Settings settings) throws WrongSetting {
        List<LoadCaller> kinds = new ArrayList<>();
        CallerChoice choice = caller.choice();
        if (choice.isPerson()) {
            throw new WrongSetting(
                    "--caller mic is one person: a load's callers are recordings, scenarios or the demo's");
        }
        boolean chosen = !choice.who().isEmpty();
        if (chosen && !scenarios.isEmpty()) {
            throw new WrongSetting("--caller and scenarios both say who speaks: leave one of them out");
        }
        for (Scenario scenario : scenarios) {
            for (PlannedScenario planned : call.planned(scenario, settings, null)) {
                kinds.add(new LoadCaller(planned.call(), number -> planned.caller()));
            }
        }
        if (chosen) {
            // Files that are not there are named before the first call.
            Caller unused = choice.withoutDevices();
        }
        if (scenarios.isEmpty()) {
            for (PlannedScenario planned : call.planned(nothingSaid(), settings, null)) {
                LoadCaller.Speaker speaker =
                        chosen ? number -> choice.withoutDevices() : number -> DemoCallers.caller(number);
                kinds.add(new LoadCaller(planned.call(), speaker));
            }
        }
        check(kinds);
        return kinds;
    }

    /** A scenario of which only the call counts. */
    private static Scenario nothingSaid() {
        return new Scenario(
                "load",
                Path.of("load"),
                Scenario.Dialled.USUAL,
                Scenario.Line.CLEAR,
                List.of(),
                Scenario.Whole.NOTHING);
    }

    private void check(List<LoadCaller> kinds) throws WrongSetting {
        CallDescription first = kinds.get(0).call();
        for (LoadCaller kind : kinds) {
            CallDescription described = kind.call();
            if (!described.server().equals(first.server())
                    || !described.agent().name().equals(first.agent().name())
                    || !described.agent().behaviour().equals(first.agent().behaviour())) {
                throw new WrongSetting(
                        "a load reaches one server with one agent, and here are several: leave out the others");
            }
        }
        if (first.server().ca() != null) {
            throw new WrongSetting(
                    "--ca is not for a load: reach the server over http and ws, or with a public certificate");
        }
        URI to = first.server().to();
        if (to == null && first.agent().real() != null && calls == null) {
            throw new WrongSetting("the agent " + first.agent().name()
                    + " is a real service that bills every call: say how many with --calls");
        }
        NumberSetup setup = first.server().setup();
        checkOwner(to);
        checkOwner(setup.fallback());
        checkOwner(setup.statusCallback());
        checkOwner(first.server().streams().fixed());
    }

    /**
     * Looks the server's name up, once for all calls.
     *
     * @throws CannotRun if it has no address
     */
    public void checkHost(List<LoadCaller> kinds) throws CannotRun {
        URI to = kinds.get(0).call().server().to();
        try {
            InetAddress unused = to == null ? null : InetAddress.getByName(to.getHost());
        } catch (UnknownHostException e) {
            throw new CannotRun("there is no host " + to.getHost() + ": look at --to", e);
        }
    }

    private void checkOwner(@Nullable URI to) throws WrongSetting {
        if (to == null || Loopback.is(to)) {
            return;
        }
        if (!own) {
            throw new WrongSetting(to.getHost() + " is not this machine: load only a server of yours, and say so with"
                    + " --i-own-this-server");
        }
        if (calls == null) {
            throw new WrongSetting(
                    to.getHost() + " is not this machine: say with --calls how many calls at once it may get");
        }
    }
}
