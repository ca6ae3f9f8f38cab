package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.ToolResult;
import dev.sidetone.bridge.tools.CallActions;
import dev.sidetone.bridge.tools.CallTools;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs the tools that the agent calls, reports them to the call's listener and passes on the results. Owned by one {@link Call}. */
final class ToolCalls implements CallActions {
    private final Call call;
    private final CallContext context;
    private final CallTools tools;

    ToolCalls(Call call, CallContext context) {
        this.call = call;
        this.context = context;
        this.tools = context.tools();
    }

    /** @param agent takes the result, now or later */
    void run(AgentEvent.ToolCalled called, Consumer<ToolResult> agent) {
        CallTools.Refusal refusal = tools.refusal(called, context.humanNumber());
        if (refusal == null) {
            obey(called, agent);
        } else {
            context.listener()
                    .accept(new CallEvent.OrderRefused(
                            called.atNs(), called.callId(), called.name(), refusal.why(), refusal.cure()));
            tools.run(called, this, context.timers(), agent);
        }
    }

    private void obey(AgentEvent.ToolCalled called, Consumer<ToolResult> agent) {
        context.listener()
                .accept(new CallEvent.ToolCalled(called.atNs(), called.callId(), called.name(), called.arguments()));
        tools.run(called, this, context.timers(), result -> {
            // Stamped before the write: the agent may answer before it returns.
            long nowNs = context.timers().nowNs();
            context.listener()
                    .accept(new CallEvent.ToolAnswered(
                            nowNs, called.callId(), called.name(), result.json(), result.failed()));
            agent.accept(result);
        });
    }

    void close() {
        tools.cancel();
    }

    @Override
    public boolean transfer(@Nullable String number, boolean wordsFollow) {
        return call.transfer(number, "the agent puts the caller through", remaining(wordsFollow));
    }

    @Override
    public void hangUp(boolean wordsFollow) {
        call.hangUp("the agent hung up", remaining(wordsFollow));
    }

    @Override
    public void press(String keys) {
        call.playKeys(keys);
    }

    @Override
    public @Nullable String humanNumber() {
        return context.humanNumber();
    }

    private static RemainingSpeech remaining(boolean follow) {
        return follow ? RemainingSpeech.MAY_FOLLOW : RemainingSpeech.MAY_CONTINUE;
    }
}
