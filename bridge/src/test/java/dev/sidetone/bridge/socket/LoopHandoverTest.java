package dev.sidetone.bridge.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.time.ManualTimers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two loops, each with a time of its own, so that a step shows on which of them it ran. */
class LoopHandoverTest {
    private final ManualTimers homeTime = new ManualTimers(0);
    private final ManualTimers awayTime = new ManualTimers(0);
    private final MemoryNetwork home = new MemoryNetwork(homeTime, 0);
    private final MemoryNetwork away = new MemoryNetwork(awayTime, 0);
    private final List<String> heard = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private final Listener listener = new Listener();
    private final LoopHandover ferry = new LoopHandover(home, listener);

    @Test
    void whoeverStaysHearsAtOnce() {
        ferry.onOpened(new Socket(), 0);
        ferry.onText("one", 0);
        listener.say("two");
        assertThat(heard).containsExactly("opened", "one");
        assertThat(sent).containsExactly("two");
    }

    @Test
    void whoeverMovedHearsOnTheNewLoopAndSendsOnTheOldOneInOrder() {
        ferry.onOpened(new Socket(), 0);
        ferry.moveTo(away);
        ferry.onText("one", 0);
        ferry.onText("two", 0);
        ferry.onClosed(CloseCause.byPeer(1000, ""), 0);
        homeTime.advance(1);
        assertThat(heard).containsExactly("opened");
        awayTime.advance(1);
        assertThat(heard).containsExactly("opened", "one", "two", "closed 1000");

        listener.say("three");
        listener.say("four");
        awayTime.advance(1);
        assertThat(sent).isEmpty();
        homeTime.advance(1);
        assertThat(sent).containsExactly("three", "four");
    }

    private final class Listener implements ConnectionListener {
        private @Nullable Connection wire;

        void say(String text) {
            if (wire != null) {
                wire.send(text);
            }
        }

        @Override
        public void onOpened(Connection opened, long atNs) {
            wire = opened;
            heard.add("opened");
        }

        @Override
        public void onText(String text, long atNs) {
            heard.add(text);
        }

        @Override
        public void onBinary(byte[] bytes, long atNs) {}

        @Override
        public void onClosed(CloseCause cause, long atNs) {
            heard.add("closed " + cause.code());
        }

        @Override
        public void onFailed(int httpStatus, String why, long atNs) {}
    }

    private final class Socket implements Connection {
        @Override
        public void send(String text) {
            sent.add(text);
        }

        @Override
        public void send(byte[] binary) {}

        @Override
        public void close(int code, String reason) {}
    }
}
