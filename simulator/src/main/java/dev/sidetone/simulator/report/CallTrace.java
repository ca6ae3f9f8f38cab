package dev.sidetone.simulator.report;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.timeline.CallFold;
import dev.sidetone.simulator.timeline.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps of a call's facts what a page shows beside the result: events in words, transcript, clears, marks and the depth of the playout
 * queue. Listens to a timeline or to a replay, on one thread; bounded, however long the call.
 */
public final class CallTrace implements Consumer<Fact> {
    /** Of each kind; what comes later in a call that has more is left out. */
    static final int MOST = 5_000;

    private final List<EventLine> lines = new ArrayList<>();
    private final List<Fact.Transcribed> said = new ArrayList<>();
    private final List<Fact.ClearArrived> clears = new ArrayList<>();
    private final List<Fact.MarkEchoed> marks = new ArrayList<>();
    private final DepthCurve depth = new DepthCurve();
    private final CallFold clock = new CallFold("");
    private final EventLog log = new EventLog(line -> keep(lines, line));
    private boolean full;
    private @Nullable Long firstTickNs;
    private long lastNs;

    @Override
    public void accept(Fact fact) {
        log.accept(fact);
        lastNs = Math.max(lastNs, fact.atNs());
        if (fact instanceof Fact.Tick tick) {
            firstTickNs = firstTickNs == null ? (Long) tick.atNs() : firstTickNs;
            depth.add(Math.round((double) (tick.atNs() - firstTickNs) / LineFrame.NS), tick.queuedBytes());
            return;
        }
        clock.fold(fact);
        if (fact instanceof Fact.Transcribed words) {
            keep(said, words);
        } else if (fact instanceof Fact.ClearArrived clear) {
            keep(clears, clear);
        } else if (fact instanceof Fact.MarkEchoed mark) {
            keep(marks, mark);
        }
    }

    private <T> void keep(List<T> all, T one) {
        if (all.size() < MOST) {
            all.add(one);
        } else {
            full = true;
        }
    }

    /** Whether something was left out. */
    public boolean isFull() {
        return full;
    }

    /** The events in words, in order. */
    public List<EventLine> lines() {
        return List.copyOf(lines);
    }

    /** Words of the call, on its own clock. */
    public record Said(double atMs, String speaker, String text) {}

    /** The transcript, in order. */
    public List<Said> said() {
        return said.stream()
                .map(words -> new Said(
                        atMs(words.atNs()),
                        ForeignText.line(words.speaker()),
                        ForeignText.line(words.text().strip())))
                .toList();
    }

    /** The clears, in order. */
    public List<Fact.ClearArrived> clears() {
        return List.copyOf(clears);
    }

    /** The marks that went back, in order. */
    public List<Fact.MarkEchoed> marks() {
        return List.copyOf(marks);
    }

    /** The depth of the playout queue from the first tick on. */
    public DepthCurve depth() {
        return depth;
    }

    /** The deadline of the first tick on the call's own clock, or null where there was none. */
    public @Nullable Double firstTickAtMs() {
        return firstTickNs == null ? null : (Double) atMs(firstTickNs);
    }

    /** The last fact's instant on the call's own clock. */
    public double endMs() {
        return atMs(lastNs);
    }

    /** An instant of the producers' clock on the call's own; 0 for a call that nobody answered. */
    public double atMs(long ns) {
        Double atMs = clock.atMs(ns);
        return atMs == null ? 0 : atMs;
    }
}
