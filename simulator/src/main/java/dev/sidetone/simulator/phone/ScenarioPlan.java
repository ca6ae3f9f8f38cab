package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.settings.InvalidSettingsException;
import dev.sidetone.bridge.settings.YamlFile;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.ScriptFile;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.rig.CallDescription;
import dev.sidetone.simulator.rig.FakeBehaviour;
import dev.sidetone.simulator.rig.ServerChoice;
import dev.sidetone.simulator.scenario.PlannedScenario;
import dev.sidetone.simulator.scenario.Scenario;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.nio.file.Path;
import java.util.Set;

/** Plans a scenario's call: what was chosen at the window stands above what its file says. Stateless. */
final class ScenarioPlan {
    private ScenarioPlan() {}

    /**
     * Reads the agent's script, if there is one, and settings.
     *
     * @throws WrongSetting if that agent cannot be called, or has a script and does not run inside Sidetone
     */
    static PlannedScenario of(Scenario scenario, ScenarioTarget target, Settings settings) throws WrongSetting {
        Scenario.Dialled dialled = scenario.call();
        ServerChoice written = dialled.to() == null ? ServerChoice.EMBEDDED : ServerChoice.at(dialled.to());
        ServerChoice server = target.server() == null ? written : target.server();
        AgentChoice agent = server.to() == null ? agent(dialled, target, settings) : AgentChoice.practice();
        CallDescription call = new CallDescription.Builder()
                .server(server)
                .agent(agent)
                .numbers(
                        dialled.from() == null ? CallPlan.DEFAULT_FROM : dialled.from(),
                        dialled.number() == null ? CallPlan.DEFAULT_NUMBER : dialled.number())
                .parameters(dialled.parameters())
                .authToken(settings, CallDescription.AUTH_TOKEN)
                .faults(scenario.line().faults())
                .seed(scenario.line().seed())
                .duration(dialled.duration())
                .build();
        return new PlannedScenario(
                scenario, call, server.to() == null ? agent.name() : server.to().toString());
    }

    private static AgentChoice agent(Scenario.Dialled dialled, ScenarioTarget target, Settings settings)
            throws WrongSetting {
        String named = dialled.agent();
        AgentChoice chosen = target.agent() != null
                ? target.agent()
                : named == null ? AgentChoice.practice() : AgentChoice.of(named, null, settings);
        Path script = dialled.script();
        if (script == null) {
            return chosen;
        }
        if (chosen.real() != null) {
            throw new WrongSetting("the script of the scenario is for an agent that runs inside Sidetone, not for "
                    + chosen.name() + ": choose the practice agent, or take the script out of the file");
        }
        return chosen.behaving(new FakeBehaviour(read(script), Set.of()));
    }

    private static AgentScript read(Path script) throws WrongSetting {
        try {
            return ScriptFile.of(YamlFile.read(script));
        } catch (InvalidSettingsException e) {
            throw new WrongSetting(String.valueOf(e.getMessage()), e);
        }
    }
}
