package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.WireSettings;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.bridge.tools.CallTools;
import dev.sidetone.bridge.twilio.rest.CallControl;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The surroundings of one call: its identity at Twilio, its event loop, and what it may use.
 *
 * @param callSid Twilio's id of the call
 * @param timers the call's own event loop
 * @param control changes the call over Twilio's REST API
 * @param humanNumber the number that callers are transferred to when the agent names none, or null
 * @param tools the tools that its agent may call
 * @param stalled what is done about an agent that is connected and does not answer
 * @param listener takes the events of the call
 * @param ended called once with the call's ending, before its sockets close
 */
public record CallContext(
        String callSid,
        Timers timers,
        CallControl control,
        @Nullable String humanNumber,
        CallTools tools,
        WireSettings.Stalled stalled,
        Consumer<CallEvent> listener,
        Consumer<StreamEnding> ended) {}
