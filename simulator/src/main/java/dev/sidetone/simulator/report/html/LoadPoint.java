package dev.sidetone.simulator.report.html;

import dev.sidetone.simulator.load.LoadResult.Second;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A place on a load's charts: one second, or of a long load the worst of several, for percentiles have no mean.
 *
 * @param untilS the end of its last second
 * @param withheld whether it has a second that is withheld
 */
record LoadPoint(
        int fromS,
        int untilS,
        double calls,
        @Nullable Double ttfaP50Ms,
        @Nullable Double ttfaP95Ms,
        double failed,
        @Nullable Double latenessP99Ms,
        boolean withheld) {
    /** More would be finer than a screen. */
    static final int MOST = 600;

    static List<LoadPoint> of(List<Second> seconds) {
        int each = Math.max(1, (seconds.size() + MOST - 1) / MOST);
        List<LoadPoint> points = new ArrayList<>();
        for (int from = 0; from < seconds.size(); from += each) {
            points.add(worst(seconds.subList(from, Math.min(seconds.size(), from + each))));
        }
        return points;
    }

    private static LoadPoint worst(List<Second> some) {
        List<Second> shown = some.stream().filter(second -> !second.withheld()).toList();
        return new LoadPoint(
                some.get(0).atS(),
                some.get(some.size() - 1).atS() + 1,
                some.stream().mapToInt(Second::calls).max().orElse(0),
                most(shown, second -> second.ttfa().p50Ms()),
                most(shown, second -> second.ttfa().p95Ms()),
                shown.stream().mapToInt(Second::failed).sum(),
                most(some, Second::latenessP99Ms),
                shown.size() < some.size());
    }

    private static @Nullable Double most(List<Second> some, Function<Second, @Nullable Double> value) {
        return some.stream()
                .map(value)
                .filter(Objects::nonNull)
                .max(Double::compare)
                .orElse(null);
    }
}
