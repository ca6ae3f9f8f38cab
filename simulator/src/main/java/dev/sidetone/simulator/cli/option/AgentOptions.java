package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.rig.AgentChoice;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that choose the agent of the embedded bridge. */
public final class AgentOptions {
    @Option(
            names = "--agent",
            paramLabel = "NAME",
            description =
                    "The agent that the embedded bridge connects to: practice (default), fake-WIRE, or one of ${bundle:services}.",
            defaultValue = "practice")
    private String agent = "";

    @Mixin
    private AgentSettingsOptions others = new AgentSettingsOptions();

    /** The agent that was chosen. */
    public AgentChoice choice(Settings settings) throws WrongSetting {
        return others.choice(agent, settings);
    }
}
