package dev.sidetone.simulator.phone;

import dev.sidetone.simulator.recording.RecordingLabel;
import dev.sidetone.simulator.rig.CallDescription;
import dev.sidetone.simulator.rig.CallerChoice;
import dev.sidetone.simulator.scenario.PlannedScenario;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The words by which a list of calls tells one from the other: whom a call reaches and who speaks. Stateless. */
final class CallLabels {
    private CallLabels() {}

    static RecordingLabel of(CallDescription call, AgentMenu agents) {
        return RecordingLabel.of(target(call, agents), caller(call.caller()));
    }

    static RecordingLabel ofScenario(PlannedScenario planned, AgentMenu agents) {
        return RecordingLabel.of(
                target(planned.call(), agents), planned.scenario().name());
    }

    /** Of a call that a server placed, from its number {@code from}. */
    static RecordingLabel ofInbound(String from, CallerChoice caller) {
        return RecordingLabel.of("from " + from, caller(caller));
    }

    private static String target(CallDescription call, AgentMenu agents) {
        URI server = call.server().to();
        return server == null ? agents.named(call.agent().name()).title() : RecordingLabel.target(server);
    }

    private static String caller(CallerChoice caller) {
        if (caller.isPerson()) {
            return "mic";
        }
        @Nullable
        Path file = caller.who().isEmpty() ? null : Path.of(caller.who().get(0)).getFileName();
        return file == null ? "demo" : file.toString();
    }
}
