package dev.sidetone.bridge.call;

import dev.sidetone.bridge.time.Timers;
import dev.sidetone.bridge.tools.CallTools;
import dev.sidetone.bridge.twilio.rest.CallControl;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a call finds around it.
 *
 * @param callSid its name at Twilio
 * @param timers the call's own event loop
 * @param control what can be done to it from beside its stream
 * @param humanNumber whom to put callers through to when the agent names nobody, or null
 * @param tools what its agent may ask for
 * @param listener takes the events of the call
 * @param ended hears once how the call ended, before its sockets close
 */
public record CallContext(
        String callSid,
        Timers timers,
        CallControl control,
        @Nullable String humanNumber,
        CallTools tools,
        Consumer<CallEvent> listener,
        Consumer<StreamEnding> ended) {}
