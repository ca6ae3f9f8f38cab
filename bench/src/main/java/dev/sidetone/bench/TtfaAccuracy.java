package dev.sidetone.bench;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.rig.Rig;
import dev.sidetone.simulator.rig.RigCall;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures the accuracy of the reported TTFA in whole calls on real sockets in real time. The reference is the practice agent's own log (last
 * voiced frame received, first delta written), mapped to the line's 20 ms grid. Arguments: turns per answer time (default 50), then answer
 * times in ms (default 210 505 700 1490).
 */
public final class TtfaAccuracy {
    private static final long EXACT_NS = 1_000_000;
    private static final int GAP_MS = 300;

    private TtfaAccuracy() {}

    public static void main(String[] arguments) throws Exception {
        int turns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        List<Integer> answerTimes = arguments.length > 1
                ? List.of(arguments).subList(1, arguments.length).stream()
                        .map(Integer::valueOf)
                        .toList()
                : List.of(210, 505, 700, 1490);
        System.out.println("set ms    turns  judged  within 1 ms  largest error ms  TTFA p50 ms  send p50/p99 ms");
        for (int answerMs : answerTimes) {
            System.out.println(row(answerMs, turns));
        }
        System.exit(0);
    }

    private static String row(int answerMs, int turns) throws Exception {
        AgentScript script = new AgentScript(
                answerMs - 10,
                10,
                5,
                new AgentScript.Utterance.Tone(300),
                List.of(new AgentScript.Turn(10, new AgentScript.Utterance.Tone(400))),
                List.of());
        try (Rig rig = Rig.start(AgentChoice.practice(), script, CallPlan.TEST_AUTH_TOKEN)) {
            rig.warmUp();
            AtomicLong gridNs = new AtomicLong();
            RigCall call = rig.call(CallPlan.to(rig.webhook()), asks(turns), Spool.NONE, fact -> {
                if (fact instanceof Fact.StreamStarted) {
                    gridNs.set(0);
                } else if (fact instanceof Fact.Tick tick && gridNs.get() == 0) {
                    gridNs.set(tick.atNs());
                }
            });
            call.await();
            return compare(answerMs, call.close(), rig.practiceAgent().log().turns(), gridNs.get());
        }
    }

    private static Caller asks(int turns) {
        CallerScript script = new CallerScript().hear(3_000).quiet(GAP_MS, 3_000);
        for (int turn = 0; turn < turns; turn++) {
            script.say(Callers.voice("ask-address")).hear(5_000).quiet(GAP_MS, 5_000);
        }
        return script.hangUp().caller();
    }

    private static String compare(int answerMs, CallResult result, List<AgentLog.Turn> truth, long gridNs) {
        if (truth.size() != result.turns().size()) {
            return "the agent heard " + truth.size() + " turns, the caller spoke "
                    + result.turns().size();
        }
        int judged = 0;
        int exact = 0;
        double largestNs = 0;
        double[] ttfas = result.turns().stream()
                .filter(turn -> turn.ttfaMs() != null)
                .mapToDouble(turn -> turn.ttfaMs() == null ? 0 : turn.ttfaMs())
                .sorted()
                .toArray();
        for (int i = 0; i < truth.size(); i++) {
            CallResult.Turn turn = result.turns().get(i);
            Double ttfaMs = turn.ttfaMs();
            if (turn.judged() && ttfaMs != null) {
                double errorNs = Math.abs(ttfaMs * 1e6 - trueTtfaNs(truth.get(i), gridNs));
                judged++;
                exact += errorNs <= EXACT_NS ? 1 : 0;
                largestNs = Math.max(largestNs, errorNs);
            }
        }
        CallResult.Line line = Objects.requireNonNull(result.line());
        return String.format(
                "%7d %7d %6.1f%% %11.1f%% %17.3f %12.1f  %.2f/%.2f",
                answerMs,
                truth.size(),
                100.0 * judged / truth.size(),
                judged == 0 ? 0 : 100.0 * exact / judged,
                largestNs / 1e6,
                ttfas.length == 0 ? Double.NaN : ttfas[ttfas.length / 2],
                line.latenessP50Ms(),
                line.latenessP99Ms());
    }

    /** The last frame received was sent at the tick before; the first delta written is heard from the next tick on. */
    private static double trueTtfaNs(AgentLog.Turn turn, long gridNs) {
        Long firstDeltaAtNs = turn.firstDeltaAtNs();
        if (firstDeltaAtNs == null) {
            return Double.NaN;
        }
        long sentNs = gridNs + Math.floorDiv(turn.lastVoicedAtNs() - gridNs, LineFrame.NS) * LineFrame.NS;
        long heardNs = gridNs + Math.floorDiv(firstDeltaAtNs - gridNs + LineFrame.NS - 1, LineFrame.NS) * LineFrame.NS;
        long callerEndNs = sentNs - LineFrame.NS + turn.voicedSamples() * LineFrame.SAMPLE_NS;
        return heardNs - callerEndNs;
    }
}
