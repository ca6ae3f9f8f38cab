package dev.sidetone.bench.soak;

import dev.sidetone.bench.process.Footprint;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Something that is sampled and drawn, and may be judged. */
enum SoakQuantity {
    HEAP("heap after a full collection, MB", true, held -> held.heapBytes() / (double) (1 << 20)),
    THREADS("threads", true, Footprint::threads),
    DESCRIPTORS("descriptors", true, Footprint::descriptors),
    RESIDENT("resident memory, MB", false, held -> held.residentBytes() / (double) (1 << 20));

    /** The samples at the beginning that are left out: compilers and pools are not yet warm. */
    private static final double WARM_UP = 0.1;

    /** For people. */
    final String words;
    /** Whether growth of it fails the soak. */
    final boolean judged;

    private final ToDoubleFunction<Footprint> value;

    SoakQuantity(String words, boolean judged, ToDoubleFunction<Footprint> value) {
        this.words = words;
        this.judged = judged;
        this.value = value;
    }

    double of(Footprint held) {
        return value.applyAsDouble(held);
    }

    /**
     * How much it grew from the first quarter to the last, as a share of the first: the medians are compared, without the warm-up. 0 when
     * there are too few samples.
     */
    double growth(List<Footprint> samples) {
        List<Footprint> warm = samples.subList((int) Math.ceil(samples.size() * WARM_UP), samples.size());
        int quarter = warm.size() / 4;
        if (quarter == 0) {
            return 0;
        }
        double first = median(warm.subList(0, quarter));
        return median(warm.subList(warm.size() - quarter, warm.size())) / first - 1;
    }

    private double median(List<Footprint> samples) {
        double[] sorted = samples.stream().mapToDouble(this::of).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
