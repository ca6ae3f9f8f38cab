package dev.sidetone.simulator.caller;

import java.util.Arrays;

/** The smallest of the latest values: how quiet it lately was at its quietest. The oldest are forgotten a span at a time. Owned by one thread. */
public final class RecentMinimum {
    private final float[] smallest;
    private final int valuesPerSpan;
    private int values;

    /** Remembers {@code spans} of {@code valuesPerSpan} each, the latest of which is being filled. */
    public RecentMinimum(int spans, int valuesPerSpan) {
        this.smallest = new float[spans];
        this.valuesPerSpan = valuesPerSpan;
        Arrays.fill(smallest, Float.POSITIVE_INFINITY);
    }

    /** Takes in the next value and gives the smallest of all that are remembered. */
    public float with(float value) {
        int span = values / valuesPerSpan;
        if (values % valuesPerSpan == 0) {
            smallest[span] = value;
        }
        values = (values + 1) % (valuesPerSpan * smallest.length);
        smallest[span] = Math.min(smallest[span], value);
        float least = smallest[0];
        for (float each : smallest) {
            least = Math.min(least, each);
        }
        return least;
    }
}
