package dev.sidetone.simulator.line.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * The time of one fault, in nanoseconds after the stream's start. Immutable.
 *
 * @param text the fault as it was typed
 * @param endNs {@link #NEVER} for as long as the call; the beginning itself for a fault of a moment
 */
public record FaultWindow(LineFault fault, String text, long beginNs, long endNs) {
    static final long NEVER = Long.MAX_VALUE;

    /** A fault without a given time comes no sooner than this after the start, or after the one before is over ... */
    private static final long LEAST_APART_NS = 2_000_000_000L;
    /** ... and up to so much later. */
    private static final int SPREAD_MS = 2_000;

    /** Returns whether it is there at {@code ns}. */
    boolean holds(long ns) {
        return ns >= beginNs && ns < endNs;
    }

    /**
     * Gives every fault of sound and stream its time. What is a property of the line is there from the start; what happens once is
     * drawn, one after the other in the order in which they were typed, and a drop last: nothing comes after it.
     */
    static List<FaultWindow> of(LineFaults faults, Random random) {
        FaultWindow[] windows = new FaultWindow[faults.all().size()];
        long afterNs = 0;
        for (int place : drawingOrder(faults.all())) {
            InjectedFault injected = faults.all().get(place);
            if (injected.at() != null) {
                windows[place] = at(injected, injected.at().toNanos());
            } else if (!injected.fault().happensOnce()) {
                windows[place] = at(injected, 0);
            } else {
                FaultWindow drawn = at(injected, afterNs + LEAST_APART_NS + random.nextInt(SPREAD_MS) * 1_000_000L);
                windows[place] = drawn;
                afterNs = drawn.endNs == NEVER ? drawn.beginNs : drawn.endNs;
            }
        }
        return Arrays.stream(windows)
                .filter(window -> !(window.fault instanceof ServerFault))
                .toList();
    }

    private static List<Integer> drawingOrder(List<InjectedFault> faults) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < faults.size(); i++) {
            places.add(i);
        }
        places.sort(Comparator.comparing(place -> endsStream(faults.get(place).fault())));
        return places;
    }

    private static boolean endsStream(LineFault fault) {
        return fault instanceof StreamFault stream && stream.dropsConnection();
    }

    private static FaultWindow at(InjectedFault injected, long beginNs) {
        return at(injected.fault(), beginNs);
    }

    /** The time of a fault that begins at {@code beginNs}. */
    static FaultWindow at(LineFault fault, long beginNs) {
        long endNs = fault.length() == null ? NEVER : beginNs + fault.length().toNanos();
        return new FaultWindow(fault, fault.text(), beginNs, endNs);
    }
}
