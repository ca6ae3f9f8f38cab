package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.MemoryNetwork;
import dev.sidetone.bridge.time.ManualTimers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which loop a call is put on. */
class CallLoopsTest {
    private final CallLoops loops = new CallLoops();
    private final EventLoop first = loop();
    private final EventLoop second = loop();

    @Test
    void aCallStaysWhereItsStreamArrivedWhileLoopsHaveAsMuchToDo() {
        loops.arrivedOn(first);
        loops.arrivedOn(second);
        for (int i = 0; i < 10; i++) {
            assertThat(loops.place(first)).isSameAs(first);
            assertThat(loops.place(second)).isSameAs(second);
        }
    }

    @Test
    void callsWhoseStreamsAllArriveOnOneLoopAreSharedByBoth() {
        loops.arrivedOn(first);
        loops.arrivedOn(second);
        List<EventLoop> chosen = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            chosen.add(loops.place(first));
        }
        assertThat(chosen).filteredOn(loop -> loop == second).hasSizeBetween(95, 99);
    }

    @Test
    void callsThatAreOverCountNoMore() {
        loops.arrivedOn(first);
        loops.arrivedOn(second);
        for (int i = 0; i < 100; i++) {
            EventLoop chosen = loops.place(first);
            loops.left(first, chosen);
        }
        loops.stay(second);
        loops.left(second, second);
        assertThat(loops.place(second)).isSameAs(second);
        assertThat(loops.place(first)).isSameAs(first);
    }

    @Test
    void aLoopThatNobodyKnowsGetsNoCall() {
        for (int i = 0; i < 10; i++) {
            assertThat(loops.place(first)).isSameAs(first);
        }
    }

    private static EventLoop loop() {
        return new MemoryNetwork(new ManualTimers(0), 0);
    }
}
