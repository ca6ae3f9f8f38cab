package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that happened in one call, in order, append only: the one source for screen, report and files.
 *
 * <p>Any thread adds facts and goes on at once. One owner pumps: a fact is folded {@value #SORTED_MS} ms after its stamp, so that facts
 * of several threads fall into order, then written to the spool and passed to the listeners. Memory is fixed in the length of the call but
 * for its turns and findings.
 */
public final class CallTimeline implements FactSink {
    /** The time for which facts wait for others with an earlier stamp. */
    public static final int SORTED_MS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(CallTimeline.class);
    private static final long SORTED_NS = SORTED_MS * 1_000_000L;
    private static final long SHOWN_NS = 250_000_000L;

    private final FactQueue inbox = new FactQueue();
    private final CallFold fold;
    private final SpoolWriter spool;
    private final TimelineObserver observer;
    private final EndAttribution end = new EndAttribution();
    private final List<Consumer<Fact>> listeners = new ArrayList<>();
    private final SpeechEdges edges = new SpeechEdges(this::fold);
    private final CallOutline sketch = new CallOutline();
    private boolean edgesKnown = true;
    private long nowNs;
    private @Nullable Long shownNs;
    private volatile Fact.@Nullable Tick latestTick;
    private volatile boolean closed;
    private volatile CallResult shown;

    /** One that nobody observes. */
    public CallTimeline(String sidetone, Spool spool) {
        this(sidetone, spool, TimelineObserver.Factory.NONE);
    }

    /**
     * @param sidetone the program's version, which the result names
     * @param observer follows the call, such as its checks
     */
    public CallTimeline(String sidetone, Spool spool, TimelineObserver.Factory observer) {
        this.fold = new CallFold(sidetone);
        this.observer = observer.observe(fold, this::fold);
        this.spool = new SpoolWriter(spool, this::lose);
        this.shown = fold.result();
    }

    /** Passes {@code listener} every fact from now on, in order, on the owner's thread. Before the first pump or by the owner. */
    public void listen(Consumer<Fact> listener) {
        listeners.add(listener);
    }

    @Override
    public void add(Fact fact) {
        if (fact instanceof Fact.Tick tick) {
            tick(tick, LineFrame.SILENCE, LineFrame.SILENCE);
        } else {
            put(fact, () -> fold(fact));
        }
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heard) {
        put(tick, () -> foldTick(tick, said, heard));
    }

    @Override
    public void media(Fact.MediaArrived media, byte[] mulaw) {
        put(media, () -> foldMedia(media, mulaw));
    }

    private void put(Fact fact, Runnable folding) {
        if (!closed) {
            inbox.put(fact.atNs(), folding);
        }
    }

    /** Folds what has waited long enough. The owner only, every 20 to 50 ms. */
    public void pump(long atNs) {
        nowNs = atNs;
        inbox.fold(atNs - SORTED_NS);
        spool.pumped(atNs);
        if (shownNs == null || atNs - shownNs >= SHOWN_NS) {
            shownNs = atNs;
            shown = result();
        }
    }

    /** Folds all there is and closes the spool. The owner only; what is added later is dropped. */
    public CallResult close(long atNs) {
        if (closed) {
            return shown;
        }
        closed = true;
        nowNs = atNs;
        inbox.fold(Long.MAX_VALUE);
        spool.close(result());
        shown = result();
        return shown;
    }

    /** The numbers so far, at most a quarter of a second old. Any thread. */
    public CallResult resultSoFar() {
        return shown;
    }

    /** The tick that was folded last, or null before the first. Any thread. */
    public Fact.@Nullable Tick latestTick() {
        return latestTick;
    }

    /** The outline for drawing. Any thread. */
    public CallOutline sketch() {
        return sketch;
    }

    private void foldTick(Fact.Tick tick, LineFrame said, LineFrame heard) {
        latestTick = tick;
        sketch.tick(tick, said, heard);
        spool.write(to -> to.write(tick, said, heard));
        notify(tick);
        observer.tick(tick, said, heard);
        if (!edgesKnown) {
            edges.listen(tick, said);
        }
    }

    private void foldMedia(Fact.MediaArrived media, byte[] mulaw) {
        spool.write(to -> to.write(media, mulaw));
        notify(media);
        observer.media(media, mulaw);
    }

    private void fold(Fact seen) {
        Fact fact = end.attribute(seen);
        if (fact instanceof Fact.CallPlaced placed) {
            edgesKnown = placed.edgesKnown();
        }
        if (!edgesKnown) {
            limitEdges(fact);
        }
        if (fact instanceof Fact.CallEnded ended) {
            judge(ended.atNs());
        }
        sketch.fold(fact);
        spool.write(to -> to.write(fact));
        notify(fact);
        observer.fold(fact);
    }

    private void limitEdges(Fact fact) {
        if (fact instanceof Fact.ProbeStarted probe) {
            edges.probeStarts(probe.startNs(), probe.atNs());
        } else if (fact instanceof Fact.ProbeEnded) {
            edges.probeEnds();
        } else if (fact instanceof Fact.CallEnded ended) {
            edges.end(ended.atNs());
        }
    }

    /** Findings that only the whole call shows come just before its last fact. */
    private void judge(long endNs) {
        observer.ends(fold.result(), fold.atMs(endNs), endNs);
    }

    private CallResult result() {
        return fold.result().withRecording(spool.kept());
    }

    /** The recording ends here, and the call goes on. */
    private void lose(String why) {
        fold(new Fact.Noted(
                nowNs,
                "The recording stopped (" + why + "); the call goes on without it. See that there is room, and that"
                        + " you may write there, before the next call."));
        if (spool.kept() != null) {
            observer.recordingLost(why, nowNs);
        }
    }

    private void notify(Fact fact) {
        fold.fold(fact);
        listeners.removeIf(listener -> !accepts(listener, fact));
    }

    /** A listener that breaks must not take the call's record with it: it is called no more. */
    private static boolean accepts(Consumer<Fact> listener, Fact fact) {
        try {
            listener.accept(fact);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("a listener of the timeline broke and is called no more: {}", e.toString());
            return false;
        }
    }

    /** The number of stored entries that might grow with the call's length: moments; the outline is of fixed size. */
    int kept() {
        return fold.kept() + sketch.room();
    }
}
