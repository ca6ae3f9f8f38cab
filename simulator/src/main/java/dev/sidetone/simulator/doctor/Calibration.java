package dev.sidetone.simulator.doctor;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.AgentScript.Turn;
import dev.sidetone.simulator.agent.AgentScript.Utterance.Tone;
import dev.sidetone.simulator.agent.LineGrid;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.caller.Clip;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.rig.Rig;
import dev.sidetone.simulator.rig.RigCall;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Measures the instrument's own error on this machine: a call on real sockets through the embedded bridge to a fake agent, whose own log has
 * the truth of every turn. {@link #await} by one thread; {@link #cancel} by any.
 */
public final class Calibration implements AutoCloseable {
    /** The turns of a whole calibration. */
    public static final int TURNS = 20;

    private static final int ENDPOINTING_MS = 190;
    private static final int SHORTEST_THINK_MS = 10;
    private static final int LATEST_IN_TICK_MS = 12;
    private static final int ANSWER_MS = 160;
    private static final int SPOKEN_MS = 240;
    /** With what is spoken, longer than a pause of an agent that goes on: the caller must wait for the next answer. */
    private static final int GAP_MS = 220;

    private static final int MOST_MS = 5_000;
    private static final int TONE_HZ = 440;
    private static final int LOUD = 8_000;

    private final Rig rig;
    private final RigCall call;
    private final int turns;
    private volatile boolean cancelled;

    private Calibration(Rig rig, RigCall call, int turns) {
        this.rig = rig;
        this.call = call;
        this.turns = turns;
    }

    /**
     * Places the call, once everything is warm.
     *
     * @param turns how many short turns are spoken
     * @param spoken takes the number of turns spoken so far, after each, on the timeline's thread
     * @throws CannotRun if nothing can be started here
     */
    public static Calibration start(int turns, IntConsumer spoken) throws CannotRun {
        Rig rig = Rig.start(AgentChoice.practice(), script(), CallPlan.TEST_AUTH_TOKEN);
        try {
            rig.warmUp();
            int[] ended = {0};
            RigCall call = rig.call(CallPlan.to(rig.webhook()), caller(turns), Spool.NONE, fact -> {
                if (fact instanceof Fact.CallerEnded) {
                    spoken.accept(++ended[0]);
                }
            });
            return new Calibration(rig, call, turns);
        } catch (CannotRun | RuntimeException e) {
            rig.close();
            throw e;
        }
    }

    /** Hangs up: {@link #await} ends soon, and has no result. */
    public void cancel() {
        cancelled = true;
        call.hangUp("cancelled");
    }

    /**
     * Waits for the end of the call and judges it.
     *
     * @throws CannotRun if it was cancelled, or did not come about
     */
    public CalibrationResult await() throws CannotRun {
        call.await();
        CallResult result = call.close();
        if (cancelled) {
            throw new CannotRun("the calibration was cancelled after "
                    + result.turns().size() + " of " + turns + " turns: nothing was judged");
        }
        Fact.Tick tick = call.timeline().latestTick();
        if (tick == null || result.line() == null) {
            throw new CannotRun("the calibration's call did not come about: it was ended by "
                    + result.call().endedBy());
        }
        return CalibrationResult.of(
                result, result.line(), rig.practiceAgent().log().turns(), new LineGrid(tick.atNs()));
    }

    @Override
    public void close() {
        rig.close();
    }

    /**
     * The answers begin at several points of a tick, none of them shortly before the next: what the way through the bridge carries across a
     * tick is rightly heard one tick later than the agent's log says.
     */
    private static AgentScript script() {
        List<Turn> answers = IntStream.range(0, LATEST_IN_TICK_MS)
                .mapToObj(i -> new Turn(SHORTEST_THINK_MS + i, new Tone(ANSWER_MS)))
                .toList();
        return new AgentScript(ENDPOINTING_MS, SHORTEST_THINK_MS, 5, new Tone(ANSWER_MS), answers, List.of());
    }

    private static Caller caller(int turns) {
        CallerScript script = new CallerScript().hear(MOST_MS).quiet(GAP_MS, MOST_MS);
        Clip spoken = Clip.of("tone", tone());
        for (int turn = 0; turn < turns; turn++) {
            script.say(spoken).hear(MOST_MS).quiet(GAP_MS, MOST_MS);
        }
        return script.hangUp().caller();
    }

    private static short[] tone() {
        short[] samples = new short[SPOKEN_MS * LineFrame.RATE_HZ / 1000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (LOUD * Math.sin(2 * Math.PI * TONE_HZ * i / LineFrame.RATE_HZ));
        }
        return samples;
    }
}
