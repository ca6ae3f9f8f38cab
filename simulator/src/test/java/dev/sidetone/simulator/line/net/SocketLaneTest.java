package dev.sidetone.simulator.line.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.time.ManualTimers;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SocketLaneTest {
    private final ManualTimers timers = new ManualTimers(0);
    private final SocketLane lane = new SocketLane(new OneLoop());
    private final List<String> done = new ArrayList<>();

    @Test
    void whatIsHandedOverTogetherWakesTheLoopOnce() {
        lane.run(() -> done.add("first"));
        lane.run(() -> done.add("second"));
        assertThat(timers.waiting()).hasSize(1);
        timers.advance(0);
        assertThat(done).containsExactly("first", "second");
        lane.run(() -> done.add("later"));
        timers.advance(0);
        assertThat(done).containsExactly("first", "second", "later");
    }

    @Test
    void whoHandsOverWithoutEndDoesNotKeepTheLoopFromItsSockets() {
        lane.run(this::endless);
        timers.after(0, () -> done.add("read"));
        timers.step(0);
        timers.step(0);
        assertThat(done.indexOf("read")).isEqualTo(SocketLane.MOST_AT_ONCE);
    }

    private void endless() {
        done.add("written");
        lane.run(this::endless);
    }

    @Test
    void whatBreaksDoesNotStopWhatFollows() {
        lane.run(() -> {
            throw new IllegalStateException("on purpose");
        });
        lane.run(() -> done.add("next"));
        assertThatThrownBy(() -> timers.advance(0)).hasMessage("on purpose");
        timers.advance(0);
        assertThat(done).containsExactly("next");
    }

    private final class OneLoop implements EventLoop {
        @Override
        public void dial(URI url, Map<String, String> headers, ConnectionListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long nowNs() {
            return timers.nowNs();
        }

        @Override
        public Timer after(long delayNs, Runnable action) {
            return timers.after(delayNs, action);
        }
    }
}
