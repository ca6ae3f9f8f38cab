package dev.sidetone.ui.call;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.cli.option.TypedCall;
import dev.sidetone.simulator.phone.DescribedCall;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.rig.CallDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call as it was chosen when Call was pressed. Immutable; read on the phone's thread, since the options may name files.
 *
 * @param arguments the options, as the command takes them
 * @param agent the agent of the embedded bridge, or null where the arguments choose it
 * @param token signs in place of the settings' token; empty for that one
 */
record ChosenCall(List<String> arguments, @Nullable AgentChoice agent, String token) implements DescribedCall {
    @Override
    public CallDescription call(Settings settings) throws WrongSetting {
        CallDescription.Builder call = new TypedCall().describe(arguments, settings);
        if (agent != null) {
            call.agent(agent);
        }
        if (!token.isEmpty()) {
            call.authToken(token);
        }
        return call.build();
    }

    /** Without the token, which is a secret. */
    @Override
    public String toString() {
        return "ChosenCall" + arguments;
    }
}
