package dev.sidetone.simulator.report;

import java.util.ArrayList;
import java.util.List;

/** The depth of the playout queue over a call's ticks, in a bounded number of points, each the deepest of its time. For one thread. */
public final class DepthCurve {
    private static final int MOST_POINTS = 4_000;

    private List<Integer> points = new ArrayList<>();
    private int ticksPerPoint = 1;
    private long tick;

    /** Adds the depth at tick {@code at}, counted from the first; at those that were given up before it nothing is queued. */
    void add(long at, int bytes) {
        while (tick < at) {
            add(0);
        }
        add(bytes);
    }

    private void add(int bytes) {
        if (tick++ % ticksPerPoint != 0) {
            int last = points.size() - 1;
            points.set(last, Math.max(points.get(last), bytes));
            return;
        }
        if (points.size() == MOST_POINTS) {
            halve();
        }
        points.add(bytes);
    }

    private void halve() {
        List<Integer> half = new ArrayList<>();
        for (int i = 0; i < points.size(); i += 2) {
            half.add(Math.max(points.get(i), points.get(i + 1)));
        }
        points = half;
        ticksPerPoint *= 2;
    }

    /** In bytes, of which the line plays 8 in a millisecond. */
    public List<Integer> points() {
        return List.copyOf(points);
    }

    /** The number of ticks of 20 ms that a point stands for. */
    public int ticksPerPoint() {
        return ticksPerPoint;
    }
}
