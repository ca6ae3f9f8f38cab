package dev.sidetone.bench.simulation;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.timeline.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The caller hears the answers of his own agent, one after the other, and none any more that a clear has cut; each is recognised by its
 * pitch.
 */
final class AnswersApart implements Witness {
    private static final int GREETING = 0;

    private final Consumer<String> broken;
    private final List<Integer> heard = new ArrayList<>();
    private final Set<Integer> cut = new TreeSet<>();
    private int before = AnswerTones.NONE;
    private int now = AnswerTones.NONE;

    AnswersApart(Consumer<String> broken) {
        this.broken = broken;
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame frame) {
        int pitch = tick.heardBytes() == 0 ? AnswerTones.NONE : AnswerTones.pitch(frame);
        boolean clear = pitch != AnswerTones.NONE && pitch == before;
        before = pitch;
        if (!clear || pitch == now) {
            return;
        }
        now = pitch;
        heard.add(pitch);
        if (cut.contains(pitch)) {
            broken.accept("the answer of " + pitch + " Hz is heard after it was cut");
        }
    }

    /** What plays is cut. */
    @Override
    public void fact(Fact fact) {
        if (fact instanceof Fact.ClearArrived && now != AnswerTones.NONE) {
            cut.add(now);
            now = AnswerTones.NONE;
            before = AnswerTones.NONE;
        } else if (fact instanceof Fact.StreamEnded) {
            now = AnswerTones.NONE;
            before = AnswerTones.NONE;
        } else if (fact instanceof Fact.AnswerBegan) {
            // Its script may say the same once more, as after an answer that was taken back.
            cut.clear();
        }
    }

    @Override
    public void over(SimulatedCall call) {
        int greeting = AnswerTones.greetingHz(call.number());
        for (int pitch : heard) {
            int index = (pitch - greeting) / AnswerTones.STEP_HZ;
            if (pitch < greeting || index > call.plan().agent().turns().size()) {
                broken.accept("an answer of " + pitch + " Hz was heard, which this call's agent never says");
            }
        }
        inOrder(call, greeting);
    }

    /** Omni's wire has no names for answers: what comes late of one that was cut is a new one for every bridge. */
    private static boolean saysAgainWithoutAName(SimulatedCall call) {
        SimulatedScenario.PlannedAgent agent = call.plan().agent();
        return agent.wire().startsWith("omni") && agent.faults().contains(AgentFault.LATE_DELTA.text());
    }

    /** The script is said in order; an answer that is never heard may lie between two that are. */
    private void inOrder(SimulatedCall call, int greeting) {
        if (call.agentLogs().size() != 1 || saysAgainWithoutAName(call)) {
            return;
        }
        AgentLog log = call.agentLogs().get(0);
        long greetings = log.spoken().stream()
                .filter(each -> each.why() == AgentLog.Why.GREETING)
                .count();
        long heardGreetings = heard.stream()
                .filter(pitch -> (pitch - greeting) / AnswerTones.STEP_HZ == GREETING)
                .count();
        if (heardGreetings > greetings) {
            broken.accept("the greeting was heard " + heardGreetings + " times, and said " + greetings + " times");
        }
        if (heard.size() > log.spoken().size()) {
            broken.accept(
                    heard.size() + " answers were heard, and " + log.spoken().size() + " said: " + heard);
        }
    }
}
