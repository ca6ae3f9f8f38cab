package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.line.fault.InjectedFault;
import dev.sidetone.simulator.line.fault.LineFaults;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.rig.CallDescription;
import dev.sidetone.simulator.rig.ServerChoice;
import dev.sidetone.simulator.scenario.PlannedScenario;
import dev.sidetone.simulator.scenario.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that make the calls of scenarios: where a scenario says something of its call, what is typed stands above it. */
public final class ScenarioOptions {
    @Mixin
    private ServerOptions server = new ServerOptions();

    @Mixin
    private NumberOptions numbers = new NumberOptions();

    @Option(
            names = "--agent",
            paramLabel = "NAME",
            description =
                    "The agent that the embedded bridge connects to: practice (default), fake-WIRE, or one of ${bundle:services}."
                            + " Repeatable: every scenario is played with each.")
    private List<String> agents = List.of();

    @Mixin
    private AgentSettingsOptions agentSettings = new AgentSettingsOptions();

    @Mixin
    private ScriptOption script = new ScriptOption();

    @Mixin
    private DurationOption duration = new DurationOption();

    @Mixin
    private RecordOption record = new RecordOption();

    @Mixin
    private FaultOptions faults = new FaultOptions();

    @Mixin
    private RuleOptions rules = new RuleOptions();

    @Mixin
    private RestPortOption rest = new RestPortOption();

    /** Whether a port is fixed, which only one call at a time can have. */
    public boolean fixesPort() {
        return rest.port() != 0;
    }

    /** The files whose change changes the agents. */
    public Stream<Path> files() {
        return Stream.of(agentSettings.file(), script.file())
                .filter(Objects::nonNull)
                .map(Path.class::cast);
    }

    /** Whether the recordings are kept. */
    public boolean records() throws WrongSetting {
        return record.folder() != null;
    }

    /**
     * Plans {@code scenario} with every agent, or every server.
     *
     * @param recordings the folder for recordings where none was typed, or null to make none
     */
    public List<PlannedScenario> planned(Scenario scenario, Settings settings, @Nullable Path recordings)
            throws WrongSetting {
        List<PlannedScenario> all = new ArrayList<>();
        for (ServerChoice to : server.choices(scenario.call().to())) {
            if (to.to() != null && !agents.isEmpty()) {
                throw new WrongSetting("--agent is for the embedded bridge, and " + scenario.name() + " calls "
                        + to.to() + ": leave one of them out");
            }
            for (String agent : agentsOf(scenario)) {
                String against = to.to() == null ? agent : to.to().toString();
                all.add(new PlannedScenario(scenario, call(scenario, to, agent, settings, recordings), against));
            }
        }
        return all;
    }

    private List<String> agentsOf(Scenario scenario) {
        String named = scenario.call().agent();
        return agents.isEmpty() ? List.of(named == null ? AgentChoice.practice().name() : named) : agents;
    }

    private CallDescription call(
            Scenario scenario, ServerChoice to, String agent, Settings settings, @Nullable Path recordings)
            throws WrongSetting {
        Scenario.Dialled dialled = scenario.call();
        AgentChoice chosen = agentSettings.choice(agent, settings);
        Duration typed = duration.duration();
        return new CallDescription.Builder()
                .server(to)
                .agent(script.applyTo(chosen, dialled.script(), faults.ofAgent()))
                .numbers(numbers.from(dialled.from()), numbers.number(dialled.number()))
                .parameters(numbers.parameters(dialled.parameters()))
                .authToken(settings, numbers.authTokenEnv())
                .faults(line(scenario.line().faults()))
                .seed(faults.seed() == null ? scenario.line().seed() : faults.seed())
                .rules(rules.rules())
                .duration(typed == null ? dialled.duration() : typed)
                .recordings(records() ? record.folder() : recordings)
                .restPort(rest.port())
                .build();
    }

    /** The scenario's faults, but for those of a kind that was typed, then what was typed. */
    private LineFaults line(LineFaults ofScenario) {
        LineFaults typed = faults.ofLine();
        Set<?> kinds =
                Set.copyOf(typed.all().stream().map(each -> each.fault().kind()).toList());
        Stream<InjectedFault> kept = ofScenario.all().stream()
                .filter(each -> !kinds.contains(each.fault().kind()));
        return new LineFaults(Stream.concat(kept, typed.all().stream()).toList());
    }
}
