package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.report.EventLog;
import dev.sidetone.simulator.report.EventPrinter;
import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.scenario.PlannedScenario;
import dev.sidetone.simulator.scenario.PlayedCall;
import dev.sidetone.simulator.scenario.ScenarioRun;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.LatencyDigest;
import dev.sidetone.simulator.timeline.RunFigures;
import java.util.List;
import java.util.function.Consumer;

/** Shows on a terminal how a run goes on: a line for each call, or where there is one call only, its events. For any thread. */
final class RunProgress implements ScenarioRun.Progress {
    private final Terminal terminal;
    private final boolean single;

    /** @param single whether the run is one call, whose events are worth watching */
    RunProgress(Terminal terminal, boolean single) {
        this.terminal = terminal;
        this.single = single;
    }

    @Override
    public Consumer<Fact> begins(PlannedScenario planned, int call, int of) {
        terminal.say(name(planned, call, of) + " begins");
        return single ? new EventLog(new EventPrinter(terminal.progress(), terminal.colours(), "")) : fact -> {};
    }

    @Override
    public void played(PlannedScenario planned, int call, int of, PlayedCall played) {
        long failed = played.checked().stream()
                .filter(each -> Boolean.FALSE.equals(each.held()))
                .count();
        long unjudged =
                played.checked().stream().filter(each -> each.held() == null).count();
        int findings = played.result().findings().size();
        LatencyDigest ttfa = new RunFigures(List.of(played.result())).ttfa();
        terminal.say(name(planned, call, of) + ": "
                + Figures.count(played.checked().size(), "expectation")
                + (failed == 0 ? "" : ", " + failed + " not held")
                + (unjudged == 0 ? "" : ", " + unjudged + " not judged")
                + ", TTFA " + Figures.wholeMs(ttfa.p50Ms())
                + (findings == 0 ? "" : ", " + Figures.count(findings, "finding")));
    }

    @Override
    public void again(PlannedScenario planned, int call, int of) {
        terminal.say(name(planned, call, of) + ": this machine was too busy to measure it; the call is made again");
    }

    private static String name(PlannedScenario planned, int call, int of) {
        String name = planned.scenario().name() + " · " + planned.against();
        return of == 1 ? name : name + " · call " + call + " of " + of;
    }
}
