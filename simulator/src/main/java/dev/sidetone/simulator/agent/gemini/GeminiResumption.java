package dev.sidetone.simulator.agent.gemini;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.agent.SessionContext;
import java.util.function.BooleanSupplier;

/** Gives out a new handle every second while the agent is idle, and says once that there is none while it is not. On the session's loop. */
final class GeminiResumption {
    private static final long EVERY_NS = 1_000_000_000L;

    private final GeminiWriter writer;
    private final SessionContext context;
    private final GeminiHandles handles;
    private final BooleanSupplier busy;
    private Timers.Timer next = () -> {};
    private boolean resumable;
    private int given;

    GeminiResumption(GeminiWriter writer, SessionContext context, GeminiHandles handles, BooleanSupplier busy) {
        this.writer = writer;
        this.context = context;
        this.handles = handles;
        this.busy = busy;
    }

    void begin() {
        next = context.loop().after(EVERY_NS, this::update);
    }

    private void update() {
        boolean idle = !busy.getAsBoolean();
        if (idle || resumable) {
            ObjectNode message = GeminiWriter.message();
            ObjectNode update = message.putObject("sessionResumptionUpdate");
            if (idle) {
                String handle = "h_" + context.number() + "_" + ++given;
                handles.give(handle, context.number(), context.loop().nowNs());
                update.put("newHandle", handle);
            }
            writer.send((ObjectNode) message.set("sessionResumptionUpdate", update.put("resumable", idle)));
        }
        resumable = idle;
        begin();
    }

    void leave() {
        next.cancel();
    }
}
