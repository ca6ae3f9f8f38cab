package dev.sidetone.bench.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How well the ends of what callers say are found by their sound, clean and in noise, by Sidetone and by others. Immutable. */
final class EndsTable {
    /** Not those with which the detector's thresholds were chosen, which are 1 to 20. */
    private static final int FIRST_SEED = 1001;

    private static final int SEEDS = 20;
    private static final int QUICK_SEEDS = 2;
    private static final int[] SNR_DB = {20, 10, 5};
    /** An end that is further off is that of something else. */
    private static final double SAME_MS = 1_000;

    private final List<Row> rows;

    /**
     * What one detector made of one noise.
     *
     * @param errors of the ends, missing where there is none
     * @param extra stretches in which nobody began to speak
     */
    private record Row(String noise, SpeechFinder finder, Errors errors, int extra) {}

    private EndsTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    static EndsTable measured(boolean quick) {
        int seeds = quick ? QUICK_SEEDS : SEEDS;
        List<SpeechFinder> finders =
                Stream.of(SpeechFinder.values()).filter(SpeechFinder::isThere).toList();
        List<Row> rows = new ArrayList<>();
        for (SpeechFinder finder : finders) {
            rows.add(row("none", finder, NoiseKind.NONE, 0, seeds));
        }
        for (NoiseKind kind : List.of(NoiseKind.WHITE, NoiseKind.STREET)) {
            for (int snrDb : SNR_DB) {
                String noise = kind.name().toLowerCase(Locale.ROOT) + ", " + snrDb + " dB";
                for (SpeechFinder finder : finders) {
                    rows.add(row(noise, finder, kind, snrDb, seeds));
                }
            }
        }
        return new EndsTable(rows);
    }

    private static Row row(String noise, SpeechFinder finder, NoiseKind kind, double snrDb, int seeds) {
        List<@Nullable Double> errors = new ArrayList<>();
        int extra = 0;
        for (long seed : LongStream.range(FIRST_SEED, FIRST_SEED + seeds).toArray()) {
            NoisyCaller caller = NoisyCaller.of(kind, snrDb, seed);
            List<SpeechStretch> found = new ArrayList<>(SpeechStretch.joined(finder.find(caller.samples())));
            for (SpeechStretch spoken : caller.spoken()) {
                SpeechStretch match = match(found, spoken);
                found.remove(match);
                errors.add(match == null ? null : (Double) (match.toMs() - spoken.toMs()));
            }
            extra += found.size();
        }
        return new Row(noise, finder, Errors.of(errors.stream()), extra);
    }

    private static @Nullable SpeechStretch match(List<SpeechStretch> found, SpeechStretch spoken) {
        return found.stream()
                .filter(each -> each.overlaps(spoken) && Math.abs(each.toMs() - spoken.toMs()) <= SAME_MS)
                .findFirst()
                .orElse(null);
    }

    String markdown() {
        StringBuilder table =
                new StringBuilder("| noise | detector | ends | median error (signed), ms | median size | p95 |"
                        + " largest | missed | false |\n|---|---|---|---|---|---|---|---|---|\n");
        for (Row row : rows) {
            table.append(CallTables.row(
                    row.noise,
                    row.finder.words,
                    row.errors.cases(),
                    row.errors.bias(),
                    row.errors.size(50),
                    row.errors.size(95),
                    row.errors.largest(),
                    row.errors.missing(),
                    row.extra));
        }
        return table.toString();
    }
}
