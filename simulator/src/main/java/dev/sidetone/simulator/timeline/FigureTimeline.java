package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Greeting;
import dev.sidetone.simulator.timeline.CallResult.Turn;

/**
 * The facts of one call of many, folded into its figures and then forgotten: no sound, no file, no outline, no checks. Any thread adds facts; one
 * owner pumps, which may own thousands of them.
 */
public final class FigureTimeline implements FactSink {
    private static final long SORTED_NS = CallTimeline.SORTED_MS * 1_000_000L;

    private final FactQueue inbox = new FactQueue();
    private final CallFold fold;
    private final EndAttribution end = new EndAttribution();
    private final SpeechEdges edges = new SpeechEdges(this::fold);
    private final Milestones milestones;
    private final Listener listener;
    private boolean edgesKnown = true;
    private long atNs;

    /** Takes what is known of the call as it goes on, on the owner's thread; instants are those of the facts. */
    public interface Listener {
        /** A fact was folded. */
        void folded(Fact fact);

        /** The answer to a turn is heard. */
        void answered(Turn turn, long atNs);

        /** It is known how a barge-in ended. */
        void bargedIn(BargeIn bargeIn, long atNs);
    }

    /** @param sidetone the program's version, which the result names */
    public FigureTimeline(String sidetone, Listener listener) {
        this.fold = new CallFold(sidetone);
        this.milestones = new Milestones(fold, new Answers());
        this.listener = listener;
    }

    @Override
    public void add(Fact fact) {
        inbox.put(fact.atNs(), () -> fold(fact));
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heard) {
        inbox.put(tick.atNs(), () -> foldTick(tick, said));
    }

    @Override
    public void media(Fact.MediaArrived media, byte[] mulaw) {
        add(media);
    }

    /** Folds what has waited long enough. The owner only, every 5 to 50 ms. */
    public void pump(long nowNs) {
        inbox.fold(nowNs - SORTED_NS);
    }

    /** Folds all there is. The owner only, after the call's last fact. */
    public CallResult close() {
        inbox.fold(Long.MAX_VALUE);
        milestones.look();
        return fold.result();
    }

    private void foldTick(Fact.Tick tick, LineFrame said) {
        fold(tick);
        if (!edgesKnown) {
            edges.listen(tick, said);
        }
        milestones.look();
    }

    private void fold(Fact seen) {
        Fact fact = end.attribute(seen);
        atNs = fact.atNs();
        if (fact instanceof Fact.CallPlaced placed) {
            edgesKnown = placed.edgesKnown();
        } else if (fact instanceof Fact.CallEnded && !edgesKnown) {
            edges.end(fact.atNs());
        }
        fold.fold(fact);
        listener.folded(fact);
    }

    private final class Answers implements Milestones.Listener {
        @Override
        public void greeted(Greeting greeting) {}

        @Override
        public void answered(Turn turn) {
            listener.answered(turn, atNs);
        }

        @Override
        public void bargedIn(BargeIn bargeIn) {
            listener.bargedIn(bargeIn, atNs);
        }
    }
}
