package dev.sidetone.simulator.report;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.recording.Recording;
import dev.sidetone.simulator.recording.Replay;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.WordLog;
import dev.sidetone.simulator.wire.WireLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A recorded call in view: its facts and its sound went through a timeline again, and its figures are those of {@link KeptCall}. For any thread. */
public final class OpenedCall implements WatchedCall {
    private static final double NS_PER_MS = 1e6;

    private final Path folder;
    private final CallTimeline timeline;
    private final CallResult result;
    private final Lists lists;
    private final List<String> notes;

    /** What is listed of a call. */
    private record Lists(Queue<EventLine> lines, WireLog wire, WordLog words) {
        Lists() {
            this(new ConcurrentLinkedQueue<>(), new WireLog(), new WordLog());
        }

        Consumer<Fact> listener() {
            return new EventLog(lines::add).andThen(wire).andThen(words);
        }
    }

    private OpenedCall(Path folder, CallTimeline timeline, CallResult result, Lists lists, List<String> notes) {
        this.folder = folder;
        this.timeline = timeline;
        this.result = result;
        this.lists = lists;
        this.notes = List.copyOf(notes);
    }

    /**
     * Opens a recorded call's folder and judges the call again. Blocks for as long as that takes: an ordinary call is opened at once, one of
     * hours in minutes. Interrupting the thread ends it.
     *
     * @param checks makes the checks of a simulated call
     * @param progress gets how much is done, from 0 to 1, now and then
     * @throws WrongSetting saying in one sentence why it cannot be opened
     */
    public static OpenedCall open(Path folder, Supplier<Checks> checks, DoubleConsumer progress) throws WrongSetting {
        try {
            Recording recording = Recording.open(folder);
            boolean running = recording.isBeingWritten();
            CallResult kept = recording.result();
            Lists lists = new Lists();
            AtomicReference<@Nullable CallTimeline> drawn = new AtomicReference<>();
            Replay replay = Replay.of(
                    recording,
                    kept.call().atBridge() ? Checks.forLiveCall() : checks.get(),
                    new Progress(kept, progress).andThen(lists.listener()),
                    drawn::set);
            List<String> notes = lists.lines().isEmpty()
                    ? List.of(KeptCall.NOTHING_IN_IT)
                    : KeptCall.notes(recording, replay, running);
            return new OpenedCall(folder, Objects.requireNonNull(drawn.get()), replay.result(), lists, notes);
        } catch (IOException e) {
            throw new WrongSetting(KeptCall.whyNot(folder, e), e);
        }
    }

    /** What a reader must know of the recording itself, in sentences. */
    public List<String> notes() {
        return notes;
    }

    @Override
    public CallTimeline timeline() {
        return timeline;
    }

    @Override
    public CallResult result() {
        return result;
    }

    @Override
    public boolean isOver() {
        return true;
    }

    @Override
    public @Nullable EventLine nextEventLine() {
        return lists.lines().poll();
    }

    @Override
    public WireLog wire() {
        return lists.wire();
    }

    @Override
    public WordLog words() {
        return lists.words();
    }

    @Override
    public @Nullable Double elapsedMs() {
        Double durationMs = result.call().durationMs();
        return durationMs == null ? recordedMs(result) : durationMs;
    }

    @Override
    public Path recording() {
        return folder;
    }

    private static @Nullable Double recordedMs(CallResult of) {
        CallResult.Line line = of.line();
        return line == null ? null : (Double) (double) (line.framesSent() * LineFrame.MS);
    }

    /** Says from fact to fact how much of the call has gone by. */
    private static final class Progress implements Consumer<Fact> {
        private static final double STEP = 0.01;

        private final double lengthMs;
        private final DoubleConsumer to;
        private @Nullable Long firstNs;
        private double told = -STEP;

        Progress(CallResult kept, DoubleConsumer to) {
            Double durationMs = kept.call().durationMs();
            Double recordedMs = durationMs == null ? recordedMs(kept) : durationMs;
            this.lengthMs = Math.max(1, recordedMs == null ? 1 : recordedMs);
            this.to = to;
        }

        @Override
        public void accept(Fact fact) {
            if (firstNs == null) {
                firstNs = fact.atNs();
            }
            double done = Math.min(1, (fact.atNs() - firstNs) / NS_PER_MS / lengthMs);
            if (done >= told + STEP) {
                told = done;
                to.accept(done);
            }
        }
    }
}
