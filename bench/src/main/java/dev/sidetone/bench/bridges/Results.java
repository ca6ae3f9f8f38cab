package dev.sidetone.bench.bridges;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** All that was measured in one flavour: medians with their spread, and ratios to the first of the others. One thread. */
final class Results {
    /** A bridge carries as many calls as it does below this. */
    static final double MOST_P99_MS = 20;

    private static final int QUOTED = 200;

    private final LoadFlavour flavour;
    private final List<String> peers;
    private final List<Measured> all = new ArrayList<>();

    Results(LoadFlavour flavour, List<String> peers) {
        this.flavour = flavour;
        this.peers = List.copyOf(peers);
    }

    void add(Measured measured) {
        all.add(measured);
    }

    /** Whether every sample was right. */
    boolean isGood() {
        return all.stream().allMatch(each -> each.wrong() == 0);
    }

    void print() {
        System.out.println();
        System.out.println(
                "| " + flavour.word()
                        + " | calls | CPU ms per call-second | up p50 / p99 / max, ms | down p50 / p99 / max, ms | burst's last, ms | MB |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int calls : levels()) {
            for (String peer : peers) {
                print(peer, calls);
            }
        }
        if (peers.size() > 1) {
            System.out.println();
            System.out.println(ratio());
        }
    }

    private int[] levels() {
        return all.stream().mapToInt(Measured::calls).distinct().sorted().toArray();
    }

    private List<Measured> of(String peer, int calls) {
        return all.stream()
                .filter(each -> each.contender().equals(peer) && each.calls() == calls)
                .toList();
    }

    private void print(String peer, int calls) {
        List<Measured> here = of(peer, calls);
        if (here.isEmpty()) {
            return;
        }
        List<Measured> timed = here.stream().filter(each -> !each.isVoid()).toList();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.3f (%.3f to %.3f) | %s | %s | %s | %.0f |%n",
                peer,
                calls,
                median(here, Measured::cpu),
                here.stream().mapToDouble(Measured::cpu).min().orElse(0),
                here.stream().mapToDouble(Measured::cpu).max().orElse(0),
                times(timed, Measured::up),
                times(timed, Measured::down),
                timed.isEmpty()
                        ? "void"
                        : String.format(Locale.ROOT, "%.1f", median(timed, each -> each.burst()
                                .p50())),
                median(here, Measured::residentMb));
    }

    private static String times(List<Measured> timed, Function<Measured, Measured.Percentiles> of) {
        return timed.isEmpty()
                ? "void"
                : String.format(
                        Locale.ROOT,
                        "%.2f / %.1f / %.0f",
                        median(timed, each -> of.apply(each).p50()),
                        median(timed, each -> of.apply(each).p99()),
                        median(timed, each -> of.apply(each).max()));
    }

    private static double median(List<Measured> of, ToDoubleFunction<Measured> what) {
        double[] sorted = of.stream().mapToDouble(what).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    /** The first peer against the second. */
    private String ratio() {
        String first = peers.get(0);
        String second = peers.get(1);
        int calls = Arrays.stream(levels())
                .filter(level -> level == QUOTED)
                .findFirst()
                .orElse(levels()[levels().length - 1]);
        return String.format(
                Locale.ROOT,
                "ratio cpu%d=%.2f p99at%d=%s callsPerCore=%.1f",
                calls,
                ratio(of(first, calls), of(second, calls), Measured::cpu),
                calls,
                words(ratio(timed(first, calls), timed(second, calls), Measured::p99)),
                (double) carried(first) / Math.max(1, carried(second)));
    }

    private static String words(double ratio) {
        return Double.isNaN(ratio) ? "void" : String.format(Locale.ROOT, "%.1f", ratio);
    }

    private static double ratio(List<Measured> first, List<Measured> second, ToDoubleFunction<Measured> what) {
        return median(first, what) / median(second, what);
    }

    private List<Measured> timed(String peer, int calls) {
        return of(peer, calls).stream().filter(each -> !each.isVoid()).toList();
    }

    /** The most calls at which the median p99 of a peer is low enough. */
    private int carried(String peer) {
        return Arrays.stream(levels())
                .filter(calls ->
                        !timed(peer, calls).isEmpty() && median(timed(peer, calls), Measured::p99) < MOST_P99_MS)
                .max()
                .orElse(0);
    }
}
