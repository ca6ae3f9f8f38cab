package dev.sidetone.simulator.line.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallSchedulerTest {
    private static final long FOUR_HOURS_NS = 4 * 3_600_000_000_000L;

    private long nowNs;
    private final LineLoop line = new LineLoop(() -> nowNs, () -> {});
    private final List<String> done = new ArrayList<>();
    private final CallScheduler agenda = new CallScheduler(line, failure -> done.add("broke"));

    @Test
    void theLineKeepsNothingOfACallThatIsOver() {
        agenda.after(FOUR_HOURS_NS, () -> done.add("the time limit"));

        agenda.close();

        assertThat(line.run(nowNs)).isEqualTo(LineLoop.NEVER);
    }

    @Test
    void aCallThatIsOverAsksForNothingMore() {
        agenda.close();
        agenda.after(1, () -> done.add("too late")).cancel();
        agenda.after(1, () -> done.add("too late"));

        assertThat(line.run(nowNs)).isEqualTo(LineLoop.NEVER);
    }

    @Test
    void aTimerMayEndTheCallAndTheOthersWithIt() {
        agenda.after(1, () -> {
            done.add("over");
            agenda.close();
        });
        agenda.after(1, () -> done.add("too late"));
        nowNs = 2;

        assertThat(line.run(nowNs)).isEqualTo(LineLoop.NEVER);
        assertThat(done).containsExactly("over");
    }
}
