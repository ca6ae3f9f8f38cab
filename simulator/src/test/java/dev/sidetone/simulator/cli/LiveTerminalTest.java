package dev.sidetone.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.live.LiveMode;
import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.live.LiveRequest;
import dev.sidetone.simulator.live.LiveState;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.live.number.Leftover;
import dev.sidetone.simulator.live.number.SelectableNumber;
import dev.sidetone.simulator.report.EventLine;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Spool;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a person at a terminal reads, and how a session ends, while its steps are under way. */
class LiveTerminalTest {
    private static final SelectableNumber MINE = new SelectableNumber("PN1", "+15550301", "", List.of());

    private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();
    private final Signals signals = new Signals();
    private final HostProcess process = new HostProcess(
            Map.of(),
            Path.of(""),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(new Lines(), true, StandardCharsets.UTF_8),
            signals);

    @Test
    void theStoryOfACallComesAsItHappensAlsoWhileLiveModeIsLeft() {
        RunningCall call = new RunningCall();
        List<Boolean> came = new CopyOnWriteArrayList<>();
        LiveMode live = FakeLive.leaving(call, () -> {
            call.happens("the caller waits");
            came.add(comes("the caller waits"));
            call.happens("the caller is gone");
            came.add(comes("the caller is gone"));
        });

        terminal(live).leave();

        assertThat(came).as("printed before leaving has ended").containsExactly(true, true);
    }

    @Test
    void aCallersNumberCannotWriteLinesOfItsOwn() {
        RunningCall call = new RunningCall();
        call.happens("speaks");
        terminal(FakeLive.leaving(call, () -> {})).leave();

        assertThat(printed)
                .filteredOn(line -> !line.startsWith("ending: "))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("+15550111\\nFindings  none 0001  "));
    }

    @Test
    void whatHappenedLastIsPrintedToo() {
        RunningCall call = new RunningCall();
        terminal(FakeLive.leaving(call, () -> call.happens("the last word"))).leave();

        assertThat(comes("the last word")).isTrue();
    }

    @Test
    void whoStopsWhileTheNumberIsBeingSetLeavesWithoutAFailure() throws Exception {
        FakeLive live = new FakeLive();
        live.atUse = () -> signals.comes();

        terminal(live).run();

        assertThat(live.now().phase()).isEqualTo(LivePhase.SETTING_NUMBER);
    }

    @Test
    void aNumberThatCannotBeSetIsAFailureAlsoWhereSomebodyHasStopped() {
        FakeLive live = new FakeLive();
        live.atUse = () -> {
            live.become(LivePhase.CHOOSING);
            signals.comes();
        };

        assertThatThrownBy(() -> terminal(live).run()).isInstanceOf(CannotRun.class);
    }

    private LiveTerminal terminal(LiveMode live) {
        LiveTerminal.Options options = new LiveTerminal.Options(null, null, null, null, true, null);
        StopSignals stop = StopSignals.listen(process.signals(), () -> {});
        return new LiveTerminal(live, options, new Terminal(process), stop, line -> {});
    }

    /** Waits for a line with {@code words}. */
    private boolean comes(String words) {
        try {
            String line = "";
            while (line != null && !line.contains(words)) {
                line = printed.poll(60, TimeUnit.SECONDS);
            }
            return line != null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Live mode in a state that the test sets, which does what the test says while it is left and while its number is set. */
    private static final class FakeLive implements LiveMode {
        private volatile LiveState state = LiveState.off();
        private Runnable atUse = () -> {};
        private Runnable atClose = () -> {};

        static FakeLive leaving(LiveCall call, Runnable meanwhile) {
            FakeLive live = new FakeLive();
            live.state = new LiveState(LivePhase.LEAVING, null, List.of(), null, List.of(call), null);
            live.atClose = meanwhile;
            return live;
        }

        void become(LivePhase phase) {
            state = new LiveState(phase, null, List.of(MINE), null, List.of(), null);
        }

        @Override
        public LiveState now() {
            return state;
        }

        @Override
        public void begin(LiveRequest request) {
            become(LivePhase.CHOOSING);
        }

        @Override
        public void use(String numberSid, Leftover leftover) {
            become(LivePhase.SETTING_NUMBER);
            atUse.run();
        }

        @Override
        public void close() {
            atClose.run();
        }

        @Override
        public void release() {}

        @Override
        public CompletableFuture<Void> putBack() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void call(String to) {}

        @Override
        public void hangUp(String callSid) {}

        @Override
        public void transfer(String callSid, String to) {}
    }

    private static final class RunningCall implements LiveCall {
        private final Queue<EventLine> told = new ConcurrentLinkedQueue<>();
        private final CallTimeline timeline = new CallTimeline("", Spool.NONE);

        void happens(String what) {
            told.add(new EventLine(null, "note", List.of(new EventLine.Span(what, null))));
        }

        @Override
        public String callSid() {
            return "CA00000000000000000000000000000001";
        }

        @Override
        public String from() {
            return "+15550111\nFindings  none";
        }

        @Override
        public String to() {
            return "+15550301";
        }

        @Override
        public boolean isOutbound() {
            return false;
        }

        @Override
        public String status() {
            return "in-progress";
        }

        @Override
        public Instant startedAt() {
            return Instant.EPOCH;
        }

        @Override
        public @Nullable Cost cost() {
            return null;
        }

        @Override
        public CallTimeline timeline() {
            return timeline;
        }

        @Override
        public CallResult result() {
            return timeline.resultSoFar();
        }

        @Override
        public boolean isOver() {
            return false;
        }

        @Override
        public @Nullable EventLine nextEventLine() {
            return told.poll();
        }

        @Override
        public @Nullable Double elapsedMs() {
            return null;
        }
    }

    private static final class Signals implements StopSignalSource {
        private Runnable handler = () -> {};

        void comes() {
            handler.run();
        }

        @Override
        public void forward(Runnable onSignal) {
            handler = onSignal;
        }

        @Override
        public void finished() {}
    }

    /** What is printed, line by line. */
    private final class Lines extends ByteArrayOutputStream {
        @Override
        public synchronized void write(int b) {
            if (b == '\n') {
                printed.add(toString(StandardCharsets.UTF_8));
                reset();
            } else {
                super.write(b);
            }
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            for (int i = from; i < from + length; i++) {
                write(bytes[i]);
            }
        }
    }
}
