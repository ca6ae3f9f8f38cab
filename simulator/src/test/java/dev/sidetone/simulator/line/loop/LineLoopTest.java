package dev.sidetone.simulator.line.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineLoopTest {
    private static final long MS = 1_000_000;

    private long nowNs;
    private int woken;
    private final LineLoop loop = new LineLoop(() -> nowNs, () -> woken++);
    private final List<String> done = new ArrayList<>();

    @Test
    void withNothingToDoTheLineSleeps() {
        assertThat(loop.run(0)).isEqualTo(LineLoop.NEVER);
    }

    @Test
    void aLateTickTakesWhatArrivedUpToItsDeadlineAndNothingLater() {
        loop.at(20 * MS, () -> done.add("tick 20"));
        loop.arrive(20 * MS + 1, () -> done.add("after"));
        loop.arrive(20 * MS, () -> done.add("on time"));
        loop.arrive(3 * MS, () -> done.add("early"));
        nowNs = 27 * MS;

        loop.run(nowNs);

        assertThat(done).containsExactly("early", "on time", "tick 20", "after");
    }

    @Test
    void ticksThatAreCaughtUpShareTheArrivalsByTheirStamps() {
        loop.at(20 * MS, () -> {
            done.add("tick 20");
            loop.at(40 * MS, () -> done.add("tick 40"));
        });
        loop.arrive(10 * MS, () -> done.add("at 10"));
        loop.arrive(30 * MS, () -> done.add("at 30"));
        loop.arrive(50 * MS, () -> done.add("at 50"));
        nowNs = 55 * MS;

        loop.run(nowNs);

        assertThat(done).containsExactly("at 10", "tick 20", "at 30", "tick 40", "at 50");
    }

    @Test
    void anArrivalBetweenTicksIsSeenToAtOnce() {
        loop.at(20 * MS, () -> done.add("tick"));
        loop.arrive(5 * MS, () -> done.add("arrival"));
        nowNs = 6 * MS;

        assertThat(loop.run(nowNs)).isEqualTo(14 * MS);

        assertThat(woken).isEqualTo(1);
        assertThat(done).containsExactly("arrival");
    }

    @Test
    void aCancelledTimerIsForgotten() {
        loop.after(MS, () -> done.add("never")).cancel();
        nowNs = 2 * MS;

        assertThat(loop.run(nowNs)).isEqualTo(LineLoop.NEVER);
        assertThat(done).isEmpty();
    }

    @Test
    void theClocksZeroDoesNotMatter() {
        nowNs = Long.MAX_VALUE - MS;
        loop.after(3 * MS, () -> done.add("second"));
        loop.after(0, () -> done.add("first"));
        assertThat(loop.run(nowNs)).isEqualTo(3 * MS);

        nowNs += 3 * MS;
        loop.run(nowNs);

        assertThat(done).containsExactly("first", "second");
    }
}
