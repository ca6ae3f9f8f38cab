package dev.sidetone.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.live.LiveMode;
import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.live.LiveRequest;
import dev.sidetone.simulator.live.LiveState;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.live.number.Leftover;
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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a person at a terminal reads while live mode is left. */
class LiveTerminalTest {
    private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();
    private final HostProcess process = new HostProcess(
            Map.of(),
            Path.of(""),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(new Lines(), true, StandardCharsets.UTF_8),
            new NoSignals());

    @Test
    void theStoryOfACallComesAsItHappensAlsoWhileLiveModeIsLeft() {
        RunningCall call = new RunningCall();
        LiveTerminal terminal = terminal(new Leaving(call, () -> {
            call.happens("the caller waits");
            assertThat(comes("the caller waits")).as("printed before leaving has ended").isTrue();
            call.happens("the caller is gone");
            assertThat(comes("the caller is gone")).isTrue();
        }));

        terminal.leave();
    }

    @Test
    void whatHappenedLastIsPrintedToo() {
        RunningCall call = new RunningCall();
        terminal(new Leaving(call, () -> call.happens("the last word"))).leave();

        assertThat(comes("the last word")).isTrue();
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

    /** Live mode with one call, in which something happens while it is left. */
    private record Leaving(LiveCall call, Runnable meanwhile) implements LiveMode {
        @Override
        public LiveState now() {
            return new LiveState(LivePhase.LEAVING, null, List.of(), null, List.of(call), null);
        }

        @Override
        public void close() {
            meanwhile.run();
        }

        @Override
        public void begin(LiveRequest request) {
            throw new AssertionError("it is being left");
        }

        @Override
        public void use(String numberSid, Leftover leftover) {
            throw new AssertionError("it is being left");
        }

        @Override
        public void release() {
            throw new AssertionError("it is being left");
        }

        @Override
        public CompletableFuture<Void> putBack() {
            throw new AssertionError("it is being left");
        }

        @Override
        public void call(String to) {
            throw new AssertionError("it is being left");
        }

        @Override
        public void hangUp(String callSid) {
            throw new AssertionError("it is being left");
        }

        @Override
        public void transfer(String callSid, String to) {
            throw new AssertionError("it is being left");
        }
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
            return "+15550111";
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

    private static final class NoSignals implements StopSignalSource {
        @Override
        public void forward(Runnable onSignal) {}

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
