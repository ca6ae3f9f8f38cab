package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.ToolResult;
import dev.sidetone.bridge.tools.CallActions;
import dev.sidetone.bridge.tools.CallTools;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where an agent's wishes are seen to: has tools run, tells who watches, gives the results. Owned by one {@link Call}. */
final class ToolCalls implements CallActions {
    private final Call call;
    private final CallContext around;
    private final CallTools tools;

    ToolCalls(Call call, CallContext around) {
        this.call = call;
        this.around = around;
        this.tools = around.tools();
    }

    /** @param agent takes the result */
    void run(AgentEvent.ToolCalled called, Consumer<ToolResult> agent) {
        around.listener()
                .accept(new CallEvent.ToolCalled(called.atNs(), called.callId(), called.name(), called.arguments()));
        tools.run(called, this, around.timers(), result -> {
            // Stamped before the write: the agent may answer before it returns.
            long nowNs = around.timers().nowNs();
            around.listener()
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
        return call.transfer(number, "the agent puts the caller through", words(wordsFollow));
    }

    @Override
    public void hangUp(boolean wordsFollow) {
        call.hangUp("the agent hung up", words(wordsFollow));
    }

    @Override
    public void press(String keys) {
        call.playKeys(keys);
    }

    private static RemainingSpeech words(boolean follow) {
        return follow ? RemainingSpeech.MAY_FOLLOW : RemainingSpeech.MAY_RUN_ON;
    }
}
