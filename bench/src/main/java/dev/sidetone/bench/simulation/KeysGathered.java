package dev.sidetone.bench.simulation;

import dev.sidetone.simulator.timeline.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The keys that are pressed in a {@code <Gather>} come to its action once and in order, or its time goes by and what follows is asked. */
final class KeysGathered implements Witness {
    private static final long S = 1_000_000_000L;
    /** The wait for the next key may end or go on where the key comes so near to its end. */
    private static final long UNSURE_NS = S / 5;
    /** The prompt, and what requests take. */
    private static final long PROMPT_NS = 5 * S;

    private final Consumer<String> broken;
    private final SimulatedCall call;
    private final List<Fact.KeyPressed> pressed = new ArrayList<>();
    private long beganNs;
    private boolean begun;
    private boolean over;

    KeysGathered(Consumer<String> broken, SimulatedCall call) {
        this.broken = broken;
        this.call = call;
    }

    @Override
    public void fact(Fact fact) {
        if (fact instanceof Fact.VerbBegan verb && verb.verb().equals("Gather")) {
            begun = true;
            beganNs = verb.atNs();
        } else if (fact instanceof Fact.KeyPressed key && begun && !over) {
            pressed.add(key);
        } else if (fact instanceof Fact.CallEnded && begun && !over) {
            late(fact.atNs());
        }
    }

    private void late(long nowNs) {
        PlannedMenu menu = call.plan().menu();
        long lastNs =
                pressed.isEmpty() ? beganNs : pressed.get(pressed.size() - 1).atNs();
        if (menu != null
                && call.plan().lineFaults().isEmpty()
                && nowNs - lastNs > menu.timeoutS() * S + PROMPT_NS + call.standstillNs()) {
            broken.accept("nothing came of " + keys() + " for " + (nowNs - lastNs) / S + " s");
        }
    }

    @Override
    public void gathered(@Nullable String digits) {
        PlannedMenu menu = call.plan().menu();
        if (menu == null || !begun || (over && call.plan().lineFaults().isEmpty())) {
            broken.accept("the keys " + digits + " come where none are gathered");
            return;
        }
        if (over) {
            return;
        }
        over = true;
        if (digits == null ? menu.evenIfEmpty() : digits.isEmpty() && !menu.evenIfEmpty()) {
            broken.accept((digits == null ? "the action" : "the next verb") + " is wanted without a key");
        }
        String came = digits == null ? "" : digits;
        Set<String> right = right(menu);
        if (!right.contains(came)) {
            broken.accept("of the keys " + keys() + " came \"" + came + "\", where one of " + right + " is right");
        }
    }

    /** What may come of the keys so far. */
    private Set<String> right(PlannedMenu menu) {
        Set<String> right = new TreeSet<>();
        long timeoutNs = menu.timeoutS() * S;
        long lastNs = beganNs;
        StringBuilder digits = new StringBuilder();
        for (Fact.KeyPressed key : pressed) {
            long waitedNs = key.atNs() - lastNs;
            if (waitedNs >= timeoutNs - UNSURE_NS) {
                right.add(digits.toString());
            }
            // The prompt puts the wait for the first key off.
            if (digits.length() > 0 && waitedNs >= timeoutNs + UNSURE_NS + call.standstillNs()) {
                return right;
            }
            if (key.digit() == '#' && menu.finishKey()) {
                right.add(digits.toString());
                return right;
            }
            digits.append(key.digit());
            if (digits.length() == menu.digits()) {
                right.add(digits.toString());
                return right;
            }
            lastNs = key.atNs();
        }
        if (call.nowNs() - lastNs >= timeoutNs - UNSURE_NS) {
            right.add(digits.toString());
        }
        return right;
    }

    private String keys() {
        StringBuilder keys = new StringBuilder();
        pressed.forEach(key -> keys.append(key.digit()));
        return keys.toString();
    }
}
