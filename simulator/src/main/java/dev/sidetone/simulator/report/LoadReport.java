package dev.sidetone.simulator.report;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.load.Capacity;
import dev.sidetone.simulator.load.GeneratorCost;
import dev.sidetone.simulator.load.LoadResult;
import dev.sidetone.simulator.load.LoadResult.Failure;
import dev.sidetone.simulator.load.LoadResult.Spread;
import dev.sidetone.simulator.load.LoadStatus;
import dev.sidetone.simulator.timeline.LatencyDigest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats a load for the terminal: one line while it goes on, and a few when it is over. */
public final class LoadReport {
    private static final int LABEL = 11;
    private static final int MOST_FAILURES = 5;

    private final TerminalColours paint;

    public LoadReport(boolean colour) {
        this.paint = new TerminalColours(colour);
    }

    /** How the load goes on, on one line; the times are of the last {@value LoadStatus#LATEST_S} seconds. */
    public static String line(LoadStatus status) {
        long seconds = (long) (status.atMs() / 1000);
        String words = status.words();
        return String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60)
                + (words.isEmpty() ? "" : " · " + words)
                + " · " + Figures.count(status.running(), "call")
                + " · started " + status.started() + ", answered " + status.answered() + ", failed " + status.failed()
                + " · TTFA p50 " + Figures.wholeMs(status.latest().ttfa().p50Ms())
                + ", p95 " + Figures.wholeMs(status.latest().ttfa().p95Ms())
                + " · lateness p99 " + Figures.ms(status.latest().latenessP99Ms())
                + (status.withheld() == 0 ? "" : " · withheld " + status.withheld() + " s");
    }

    /** The whole, ending with a line break. */
    public String text(LoadResult load) {
        StringBuilder text = new StringBuilder("\n");
        line(text, "calls", calls(load));
        for (Failure failure : load.failures().stream().limit(MOST_FAILURES).toList()) {
            line(text, "", why(failure));
        }
        line(text, "turns", load.turns() + ", " + load.unanswered() + " without an answer");
        line(text, "TTFA", ttfa(load.ttfa()));
        line(text, "barge-in", silence(load.silence()));
        line(text, "lateness", lateness(load));
        if (load.capacity() != null) {
            line(text, "capacity", paint.bold(capacity(load.capacity())));
        }
        if (load.cost() != null) {
            line(text, "process", cost(load.cost()));
        }
        return text.toString();
    }

    private void line(StringBuilder text, String label, String figures) {
        text.append(paint.dim(Figures.left(label, LABEL)))
                .append(ForeignText.line(figures))
                .append('\n');
    }

    /** The counts of a load in words. */
    public static String calls(LoadResult load) {
        return load.started() + " started, " + load.answered() + " answered, " + load.failed() + " failed, "
                + load.dropped() + " dropped";
    }

    /** One reason for failures in words. */
    public static String why(Failure failure) {
        return failure.calls() + " × " + failure.code() + ": " + failure.what() + " " + failure.cure();
    }

    private static String ttfa(Spread ttfa) {
        return "p50 " + Figures.wholeMs(ttfa.p50Ms()) + ", p95 " + Figures.wholeMs(ttfa.p95Ms()) + ", n " + ttfa.n()
                + few(ttfa);
    }

    private static String silence(Spread silence) {
        return "to silence p50 " + Figures.wholeMs(silence.p50Ms()) + ", p95 " + Figures.wholeMs(silence.p95Ms())
                + ", n " + silence.n();
    }

    private static String few(Spread ttfa) {
        return ttfa.n() < LatencyDigest.ENOUGH ? " (p95 from " + LatencyDigest.ENOUGH + " on)" : "";
    }

    /** How far the generator can be trusted, in words. */
    public static String lateness(LoadResult load) {
        Spread late = load.lateness();
        int withheld = load.withheldSeconds();
        return "of this machine p50 " + Figures.ms(late.p50Ms()) + ", p99 " + Figures.ms(late.p99Ms()) + ", max "
                + Figures.ms(load.latenessMaxMs())
                + (withheld == 0
                        ? "; every second counts"
                        : "; figures of " + withheld + " of " + load.seconds().size()
                                + " s are withheld (p99 over 5 ms)");
    }

    /** What a search found, in words. */
    public static String capacity(Capacity capacity) {
        Capacity.Limit limit = capacity.limit();
        return Figures.count(capacity.calls(), "call") + "; " + beyond(limit);
    }

    private static String beyond(Capacity.@Nullable Limit limit) {
        if (limit == null) {
            return "more were not tried (--calls)";
        }
        return switch (limit) {
            case TTFA -> "above that answers came late, or not at all";
            case FAILED -> "above that calls failed";
            case GENERATOR ->
                "above that this machine could not keep its callers' time: the server's limit is not known";
        };
    }

    private static String cost(GeneratorCost cost) {
        return String.format(
                Locale.ROOT,
                "%.2f cores, %d threads at most, heap %d MB (with the embedded bridge the server is in it)",
                cost.cores(),
                cost.threads(),
                cost.heapBytes() >> 20);
    }
}
