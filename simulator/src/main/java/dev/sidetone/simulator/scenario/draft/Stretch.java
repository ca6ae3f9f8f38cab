package dev.sidetone.simulator.scenario.draft;

import dev.sidetone.fixtures.ProbeKind;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the caller did without waiting for the agent: said something, pressed keys, or made a sound that is no turn. Instants are the call's, in
 * ms. Immutable.
 *
 * @param keys what was pressed; empty where something was said
 * @param last the turn that ends here, with its answer; null of keys and probes
 * @param over the barge-in with which it began, or null
 * @param probe the kind of probe that it is, or null
 */
record Stretch(
        double startMs,
        double endMs,
        String keys,
        @Nullable Turn last,
        @Nullable BargeIn over,
        @Nullable ProbeKind probe) {
    /** A pause in which nobody else speaks, up to which somebody is still saying the same. */
    private static final double BREATH_MS = 1_000;

    private static final double BETWEEN_KEYS_MS = 1_000;
    private static final double SAME_MS = 0.5;
    /** Nothing that is measured in a call lies further away from its beginning. */
    private static final double DAY_MS = 24 * 3_600_000;

    /** All of a call, in order. */
    static List<Stretch> of(RecordedTalk talk) {
        CallResult result = talk.result();
        List<Stretch> all = new ArrayList<>();
        for (Turn turn : result.turns()) {
            if (isInACall(turn.callerStartAtMs()) && isInACall(turn.callerEndAtMs())) {
                all.add(new Stretch(
                        turn.callerStartAtMs(),
                        turn.callerEndAtMs(),
                        "",
                        turn,
                        bargeIn(result, turn.callerStartAtMs()),
                        null));
            }
        }
        for (CallResult.Key key : result.dtmf()) {
            if (isInACall(key.atMs()) && key.digit().matches("[0-9*#]")) {
                all.add(new Stretch(key.atMs(), key.atMs(), key.digit(), null, null, null));
            }
        }
        for (ToldFacts.Probe each : talk.told().probes()) {
            all.add(new Stretch(each.startMs(), each.endMs(), "", null, null, each.kind()));
        }
        all.sort(Comparator.comparingDouble(Stretch::startMs));
        return joined(all, talk.agent());
    }

    private static boolean isInACall(double ms) {
        return Math.abs(ms) <= DAY_MS;
    }

    private static @Nullable BargeIn bargeIn(CallResult result, double onsetMs) {
        return result.bargeIns().stream()
                .filter(each -> Math.abs(each.onsetAtMs() - onsetMs) < SAME_MS)
                .findFirst()
                .orElse(null);
    }

    private static List<Stretch> joined(List<Stretch> all, AgentHeard agent) {
        List<Stretch> joined = new ArrayList<>();
        for (Stretch next : all) {
            Stretch before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null && goesOn(before, next, agent)) {
                joined.set(
                        joined.size() - 1,
                        new Stretch(before.startMs, next.endMs, before.keys + next.keys, next.last, before.over, null));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private static boolean goesOn(Stretch before, Stretch next, AgentHeard agent) {
        double pauseMs = next.startMs - before.endMs;
        if (before.isPressed() != next.isPressed() || before.probe != null || next.probe != null) {
            return false;
        }
        if (agent.firstHeard(before.endMs, next.startMs) != null) {
            return false;
        }
        return pauseMs < (next.isPressed() ? BETWEEN_KEYS_MS : BREATH_MS) && next.over == null;
    }

    /** Whether keys were pressed. */
    boolean isPressed() {
        return !keys.isEmpty();
    }
}
