package dev.sidetone.bench.simulation;

import dev.sidetone.bridge.agent.AgentTool;
import dev.sidetone.bridge.call.CallEvent;
import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The line, the bridge and the result name the one who ended the call: whoever they name had done so, and a call ends once. */
final class EndIsTrue implements Witness {
    private final Consumer<String> broken;
    private final SimulatedCall call;
    private final List<StreamEnding> bridgeEndings = new ArrayList<>();
    private boolean callerHungUp;
    private boolean stopped;
    private boolean agentFailed;
    private boolean closed;
    private Fact.@Nullable CallEnded end;

    EndIsTrue(Consumer<String> broken, SimulatedCall call) {
        this.broken = broken;
        this.call = call;
    }

    @Override
    public void callerHangsUp() {
        callerHungUp = true;
    }

    @Override
    public void read(FromTwilio message) {
        stopped |= message instanceof FromTwilio.Stop;
    }

    @Override
    public void event(CallEvent event) {
        if (closed) {
            broken.accept("the bridge reports " + event + " after the call was closed");
        }
        agentFailed |= event instanceof CallEvent.AgentFailed;
        closed |= event instanceof CallEvent.Closed;
    }

    @Override
    public void fact(Fact fact) {
        if (fact instanceof Fact.CallEnded ended) {
            if (end != null) {
                broken.accept("the call ended twice");
            }
            end = ended;
        }
    }

    @Override
    public void bridgeEnded(StreamEnding ending) {
        bridgeEndings.add(ending);
        boolean holds =
                switch (ending.kind()) {
                    case CALLER_LEFT -> stopped || end != null;
                    case STREAM_LOST -> !stopped && call.mayLoseTheLine();
                    case NO_AGENT -> agentFailed && call.mayLoseTheAgent();
                    case AGENT_HUNG_UP -> agentLeft();
                    case TRANSFER -> wanted(call, AgentTool.TRANSFER);
                    case TOO_LONG, SHUT_DOWN -> false;
                };
        if (!holds) {
            broken.accept("the bridge reports " + ending + ", which is not what happened");
        }
    }

    @Override
    public void over(SimulatedCall over) {
        Fact.CallEnded ended = end;
        if (ended == null) {
            broken.accept("nothing says that the call ended");
            return;
        }
        line(ended);
        result(ended);
        if (bridgeEndings.size() > 1) {
            broken.accept(
                    "its streams ended the call in the bridge " + bridgeEndings.size() + " times: " + bridgeEndings);
        }
    }

    private void line(Fact.CallEnded ended) {
        boolean caller = ended.by() == EndedBy.CALLER;
        boolean timeUp = ended.why().equals("the call's time was up");
        boolean declined = caller && call.plan().ring() != null && ended.why().startsWith("nobody picked up");
        if (callerHungUp != caller && !timeUp && !declined) {
            broken.accept("the caller " + (callerHungUp ? "hung up" : "did not hang up") + ", and the line reports "
                    + ended.by() + ": " + ended.why());
        }
        if (ended.by() == EndedBy.REST && !call.wasHungUpByRest() && !agentLeft()) {
            broken.accept("the line reports the REST API, and nobody asked it");
        }
    }

    private void result(Fact.CallEnded ended) {
        String by = call.result().call().endedBy();
        boolean agent = EndedBy.AGENT.word().equals(by);
        if (agent && !agentLeft()) {
            broken.accept("the result names the agent, which never wanted to end the call");
        }
        if (!agent && ended.by() != null && !ended.by().word().equals(by)) {
            broken.accept("the line reports " + ended.by() + ", and the result " + by);
        }
    }

    /** An agent leaves by its own word or tool; some leave when their session expires. */
    private boolean agentLeft() {
        return wanted(call, AgentTool.END_CALL) || call.plan().agent().faults().contains(AgentFault.EXPIRE.text());
    }

    private static boolean wanted(SimulatedCall call, String what) {
        return call.agentLogs().stream()
                .flatMap(log -> log.toolCalls().stream())
                .anyMatch(wish -> wish.name().equals(what));
    }
}
