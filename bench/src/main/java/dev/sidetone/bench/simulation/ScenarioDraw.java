package dev.sidetone.bench.simulation;

import dev.sidetone.bench.simulation.SimulatedScenario.CallerStep;
import dev.sidetone.bench.simulation.SimulatedScenario.PlannedAgent;
import dev.sidetone.bench.simulation.SimulatedScenario.PlannedCall;
import dev.sidetone.bench.simulation.SimulatedScenario.PlannedTurn;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.FakeService;
import dev.sidetone.simulator.rig.FakeServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws a scenario from a seed: the same one every time. */
final class ScenarioDraw {
    private static final int MOST_ROUNDS = 6;
    private static final List<String> LINE_FAULTS = List.of(
            "jitter=40ms",
            "jitter=120ms",
            "burst=200ms",
            "stall=1s",
            "stall=3s",
            "gap=400ms",
            "drop",
            "mute=2s",
            "webhook-twice",
            "webhook-slow=2s",
            "webhook-lost");
    private static final List<AgentFault> AGENT_FAULTS = List.of(AgentFault.values());

    private final Random random;
    private final long seed;
    private final CallExtras extras;

    private ScenarioDraw(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.extras = new CallExtras(new Random(seed * 0x9E3779B97F4A7C15L + 1));
    }

    static SimulatedScenario of(long seed) {
        return new ScenarioDraw(seed).scenario();
    }

    private SimulatedScenario scenario() {
        List<PlannedCall> calls = new ArrayList<>();
        int number = chance(30) ? 2 + random.nextInt(2) : 1;
        for (int i = 0; i < number; i++) {
            calls.add(extras.into(call(i == 0 ? 0 : random.nextInt(5_000))));
        }
        List<TimedFault> faults = new ArrayList<>();
        int most = chance(25) ? 0 : 1 + random.nextInt(3);
        for (int i = 0; i < most; i++) {
            faults.add(fault(number));
        }
        return new SimulatedScenario(seed, calls, faults);
    }

    private PlannedCall call(int atMs) {
        List<String> lineFaults = new ArrayList<>();
        if (chance(20)) {
            String fault = LINE_FAULTS.get(random.nextInt(LINE_FAULTS.size()));
            lineFaults.add(fault.startsWith("webhook") || chance(30) ? fault : fault + "@" + upTo(25_000) + "ms");
        }
        return new PlannedCall(atMs, lineFaults, agent(), steps());
    }

    private PlannedAgent agent() {
        List<FakeService> wires = FakeServices.all();
        String wire = wires.get(random.nextInt(wires.size())).name();
        List<PlannedTurn> turns = new ArrayList<>();
        int number = 1 + random.nextInt(MOST_ROUNDS);
        for (int i = 0; i < number; i++) {
            turns.add(turn());
        }
        List<String> faults = new ArrayList<>();
        if (chance(15)) {
            faults.add(AGENT_FAULTS.get(random.nextInt(AGENT_FAULTS.size())).text());
        }
        double burst = List.of(1.0, 2.0, 5.0, 20.0).get(random.nextInt(4));
        return new PlannedAgent(wire, 20 * random.nextInt(40), burst, 200 + upTo(1_500), turns, faults);
    }

    private PlannedTurn turn() {
        int die = random.nextInt(100);
        if (die < 70) {
            return new PlannedTurn(PlannedTurn.Kind.TONE, chance(30) ? 200 : 400 + upTo(6_000));
        }
        if (die < 85) {
            return new PlannedTurn(PlannedTurn.Kind.TOOL, 0);
        }
        return new PlannedTurn(die < 92 ? PlannedTurn.Kind.TRANSFER : PlannedTurn.Kind.END, 0);
    }

    private List<CallerStep> steps() {
        List<CallerStep> steps = new ArrayList<>();
        if (chance(4)) {
            // Gone before the agent is there.
            steps.add(new CallerStep(CallerStep.Kind.PAUSE, upTo(100)));
            steps.add(new CallerStep(CallerStep.Kind.HANG_UP, 0));
            return steps;
        }
        if (chance(85)) {
            steps.add(new CallerStep(CallerStep.Kind.HEAR, 6_000));
        }
        int rounds = 1 + random.nextInt(MOST_ROUNDS);
        for (int i = 0; i < rounds; i++) {
            round(steps);
        }
        steps.add(new CallerStep(CallerStep.Kind.PAUSE, upTo(12_000)));
        steps.add(new CallerStep(CallerStep.Kind.HANG_UP, 0));
        return steps;
    }

    /** Waits for a pause, or cuts in; then says something, or presses a key. */
    private void round(List<CallerStep> steps) {
        int die = random.nextInt(100);
        if (die < 55) {
            steps.add(new CallerStep(CallerStep.Kind.QUIET, 400 + upTo(600)));
        } else if (die < 85) {
            steps.add(new CallerStep(CallerStep.Kind.INTO, 100 + upTo(1_500)));
        } else {
            steps.add(new CallerStep(CallerStep.Kind.PAUSE, 100 + upTo(3_000)));
        }
        if (chance(80)) {
            steps.add(new CallerStep(CallerStep.Kind.SAY, 200 + 100 * random.nextInt(20)));
        } else {
            steps.add(new CallerStep(CallerStep.Kind.PRESS, random.nextInt(10)));
        }
        steps.add(new CallerStep(CallerStep.Kind.HEAR, chance(80) ? 9_000 : 500));
    }

    private TimedFault fault(int calls) {
        TimedFault.Kind[] kinds = TimedFault.Kind.values();
        TimedFault.Kind kind = kinds[random.nextInt(kinds.length)];
        int call = chance(80) ? 1 + random.nextInt(calls) : 0;
        return new TimedFault(upTo(30_000), kind, call, 100 + upTo(chance(70) ? 3_000 : 12_000));
    }

    /** A multiple of 20 below {@code most}, which reads better than any number. */
    private int upTo(int most) {
        return 20 * random.nextInt(most / 20);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
