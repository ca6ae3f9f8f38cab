package dev.sidetone.bench.simulation;

import dev.sidetone.bench.simulation.SimulatedScenario.CallerStep;
import dev.sidetone.bench.simulation.SimulatedScenario.PlannedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws what stands before some calls: a server that places them, a menu that gathers keys. By numbers of their own, so that the rest of a
 * seed's scenario stays as it is.
 */
final class CallExtras {
    private static final int HASH = 10;
    private static final int PLACED_PERCENT = 18;
    private static final int MENU_PERCENT = 18;

    private final Random random;

    CallExtras(Random random) {
        this.random = random;
    }

    PlannedCall into(PlannedCall call) {
        PlannedCall with = call;
        if (chance(PLACED_PERCENT)) {
            with = with.withLineFaults(List.of()).taken(ring());
        }
        return chance(MENU_PERCENT) ? gathering(with) : with;
    }

    private PlannedRing ring() {
        PlannedRing.Kind[] kinds = PlannedRing.Kind.values();
        PlannedRing.Kind kind = chance(60) ? kinds[random.nextInt(2)] : kinds[random.nextInt(kinds.length)];
        return new PlannedRing(kind, 20 * random.nextInt(200));
    }

    private PlannedCall gathering(PlannedCall call) {
        int digits = chance(30) ? 0 : 1 + random.nextInt(5);
        PlannedMenu menu = new PlannedMenu(digits, 1 + random.nextInt(4), chance(70), chance(30));
        List<CallerStep> steps = new ArrayList<>();
        int keys = chance(15) ? 0 : 1 + random.nextInt(6);
        for (int i = 0; i < keys; i++) {
            int most = i == 0 ? 4_000 : chance(85) ? 900 : 6_000;
            steps.add(new CallerStep(CallerStep.Kind.PAUSE, 20 + 20 * random.nextInt(most / 20)));
            steps.add(new CallerStep(CallerStep.Kind.PRESS, chance(15) ? HASH : random.nextInt(10)));
        }
        steps.add(new CallerStep(CallerStep.Kind.PAUSE, 20 * random.nextInt(300)));
        steps.addAll(call.steps());
        return call.withSteps(steps).behind(menu);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
