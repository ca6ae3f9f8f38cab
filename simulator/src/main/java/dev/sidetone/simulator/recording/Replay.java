package dev.sidetone.simulator.recording;

import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.timeline.TimelineObserver;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A recorded call as it is judged today: its facts and its sound go through a timeline as they did when it was recorded. Where the sound is
 * not all there, the facts are replayed and the result stays the recorded one. Immutable.
 */
public final class Replay {
    private final CallResult result;
    private final @Nullable String whyNotJudged;
    private final boolean cut;

    private Replay(CallResult result, @Nullable String whyNotJudged, boolean cut) {
        this.result = result;
        this.whyNotJudged = whyNotJudged;
        this.cut = cut;
    }

    /**
     * Replays a recording from its beginning to its end.
     *
     * @param checks the checks of today, for a call measured where this one was
     * @param listener gets every fact, in order
     * @throws IOException saying in one sentence what of the recording cannot be read
     */
    public static Replay of(Recording recording, TimelineObserver.Factory checks, Consumer<Fact> listener)
            throws IOException {
        return of(recording, checks, listener, drawn -> {});
    }

    /**
     * The same for whoever draws the call too.
     *
     * @param drawn gets the timeline before its first fact; where the sound is not all there, it draws none
     */
    public static Replay of(
            Recording recording, TimelineObserver.Factory checks, Consumer<Fact> listener, Consumer<CallTimeline> drawn)
            throws IOException {
        EventsFile events = recording.events();
        String missing = RecordedSound.missing(recording.folder(), events.lastTick());
        if (missing != null) {
            Ending ending = new Ending(listener);
            CallTimeline silent = new CallTimeline(SidetoneVersion.TEXT, Spool.NONE);
            drawn.accept(silent);
            recording.forEachFact(fact -> {
                ending.accept(fact);
                silent.add(fact);
                silent.pump(fact.atNs() + CallTimeline.SORTED_MS * 1_000_000L);
            });
            silent.close(ending.lastNs);
            return new Replay(recording.result(), missing, ending.isMissing());
        }
        CallTimeline timeline = new CallTimeline(SidetoneVersion.TEXT, Spool.NONE, checks);
        Ending ending = new Ending(listener);
        timeline.listen(ending);
        drawn.accept(timeline);
        try (RecordedSound sound = RecordedSound.open(recording.folder())) {
            events.forEach(new Player(timeline, sound));
        }
        CallResult judged =
                timeline.close(ending.lastNs).withRecording(recording.result().recording());
        return new Replay(judged, null, ending.isMissing());
    }

    /** The call's numbers and findings. */
    public CallResult result() {
        return result;
    }

    /** The reason, a phrase, for which the result is the recorded one; null where it was judged again. */
    public @Nullable String whyNotJudged() {
        return whyNotJudged;
    }

    /** Whether the recording does not reach the call's end. */
    public boolean isCut() {
        return cut;
    }

    /** Feeds a timeline, fact by fact: they lie in the file in the order in which they were folded. */
    private static final class Player implements EventsFile.Reader {
        private final CallTimeline timeline;
        private final RecordedSound sound;
        private boolean edgesKnown = true;
        private long lastTickNs = Long.MIN_VALUE;

        Player(CallTimeline timeline, RecordedSound sound) {
            this.timeline = timeline;
            this.sound = sound;
        }

        @Override
        public void read(FactLine line) throws IOException {
            Fact fact = line.fact();
            if (fact instanceof Fact.CallPlaced placed) {
                edgesKnown = placed.edgesKnown();
            }
            if (fact instanceof Fact.Tick tick) {
                checkOrder(tick);
                RecordedSound.Both both = sound.at(line);
                timeline.tick(tick, both.said(), both.heard());
            } else if (fact instanceof Fact.MediaArrived media) {
                timeline.media(media, sound.sent(line, media));
            } else if (!isFoundAgain(fact)) {
                timeline.add(fact);
            }
            timeline.pump(fact.atNs() + CallTimeline.SORTED_MS * 1_000_000L);
        }

        /** Each hole between ticks is filled with silence, so holes must not be without number. */
        private void checkOrder(Fact.Tick tick) throws IOException {
            if (tick.atNs() < lastTickNs) {
                throw new IOException(CallFiles.EVENTS + " goes back in time at tick " + tick.tick());
            }
            lastTickNs = tick.atNs();
        }

        /** The timeline found it when it was recorded, and finds it again if it is still so. */
        private boolean isFoundAgain(Fact fact) {
            boolean edge = fact instanceof Fact.CallerStarted || fact instanceof Fact.CallerEnded;
            return (edge && !edgesKnown) || (fact instanceof Fact.Found found && Checks.haveFound(found));
        }
    }

    /** Passes facts on and sees whether the call's end is among them. */
    private static final class Ending implements Consumer<Fact> {
        private final Consumer<Fact> listener;
        private long lastNs;
        private boolean ended;

        Ending(Consumer<Fact> listener) {
            this.listener = listener;
        }

        @Override
        public void accept(Fact fact) {
            lastNs = fact.atNs();
            ended |= fact instanceof Fact.CallEnded;
            listener.accept(fact);
        }

        boolean isMissing() {
            return !ended;
        }
    }
}
