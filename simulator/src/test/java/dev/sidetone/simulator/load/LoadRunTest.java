package dev.sidetone.simulator.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.CannotRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whole loads in manual time, of a server that is a rule. */
class LoadRunTest {
    private static final long SECOND_NS = ScriptedCalls.SECOND_NS;
    private static final long STEP_NS = 5_000_000L;
    private static final int MOST_S = 3_000;

    private final LoadMeter meter = new LoadMeter(0);
    private final ScriptedCalls calls = new ScriptedCalls(meter);
    private final List<LoadStatus> shown = new ArrayList<>();
    private long nowNs;
    private long cancelNs = Long.MAX_VALUE;

    @Test
    void callsBeginAtTheRampsDeadlinesHoweverTheyArePulsed() throws CannotRun {
        play(new LoadPlan(30, 10, null, false, null, 0));
        assertThat(calls.startsNs)
                .containsExactlyElementsOf(
                        IntStream.range(0, 30).mapToObj(i -> i * SECOND_NS / 10).toList());
    }

    @Test
    void withoutATimeEveryCallerCallsOnce() throws CannotRun {
        LoadResult load = play(new LoadPlan(30, 10, null, false, null, 0));
        assertThat(calls.callers)
                .containsExactlyElementsOf(IntStream.range(0, 30).boxed().toList());
        assertThat(load.started()).isEqualTo(30);
        assertThat(load.answered()).isEqualTo(30);
        assertThat(load.isClean()).isTrue();
        assertThat(calls.hungUp).isEmpty();
        assertThat(load.seconds()).extracting(LoadResult.Second::calls).contains(30);
    }

    @Test
    void forATimeWhoHasHungUpCallsAgainAndInTheEndAllHangUp() throws CannotRun {
        LoadResult load = play(new LoadPlan(20, 100, Duration.ofSeconds(40), false, null, 0));
        assertThat(calls.callers).hasSize(60).allMatch(caller -> caller < 20);
        assertThat(calls.hungUp).hasSize(20).allMatch(why -> why.endsWith("the load has enough callers"));
        assertThat(calls.running).isEmpty();
        assertThat(load.failed() + load.dropped()).isZero();
        assertThat(nowNs).isBetween(40 * SECOND_NS, 41 * SECOND_NS);
    }

    @Test
    void anInterruptHangsUpAndReports() throws CannotRun {
        cancelNs = 3 * SECOND_NS;
        LoadResult load = play(new LoadPlan(20, 100, Duration.ofMinutes(5), false, null, 0));
        assertThat(calls.hungUp).hasSize(20).allMatch(why -> why.endsWith("interrupted"));
        assertThat(load.started()).isEqualTo(20);
        assertThat(nowNs).isLessThan(4 * SECOND_NS);
    }

    @Test
    void whereNobodyIsThereALoadGivesUpAfterAFewCalls() throws CannotRun {
        calls.nobodyThere = true;
        LoadResult load = play(new LoadPlan(1_000, 5, Duration.ofMinutes(5), false, null, 0));
        assertThat(load.failed()).isEqualTo(load.started()).isBetween(10L, 12L);
        assertThat(load.answered()).isZero();
    }

    @Test
    void aCallerWhoseCallFailedWaitsASecond() throws CannotRun {
        calls.mostCalls = 1;
        play(new LoadPlan(2, 100, Duration.ofSeconds(10), false, null, 0));
        long again = calls.callers.stream().filter(caller -> caller == 1).count();
        assertThat(again).isBetween(9L, 11L);
    }

    @Test
    void everySecondIsShownAndCountedOnce() throws CannotRun {
        LoadResult load = play(new LoadPlan(20, 100, Duration.ofSeconds(40), false, null, 0));
        assertThat(shown).hasSizeBetween(40, 42);
        assertThat(shown.get(20).running()).isEqualTo(20);
        assertThat(shown.get(20).latest().ttfa().p95Ms()).isNotNull();
        long answers =
                load.seconds().stream().mapToLong(second -> second.ttfa().n()).sum();
        assertThat(load.ttfa().n()).isEqualTo(answers).isGreaterThan(100);
    }

    @Test
    void aSearchFindsWhereAnswersBecomeSlow() throws CannotRun {
        calls.ttfaMs = running -> running <= 173 ? 500 : 700;
        Capacity found = capacity(play(search(1_000, null)));
        assertThat(found.limit()).isEqualTo(Capacity.Limit.TTFA);
        assertThat(found.calls()).isBetween(160, 173);
    }

    @Test
    void aLimitThatWasGivenStandsAboveTheFirstStep() throws CannotRun {
        calls.ttfaMs = running -> 500 + running;
        Capacity found = capacity(play(search(1_000, 600.0)));
        assertThat(found.limit()).isEqualTo(Capacity.Limit.TTFA);
        assertThat(found.calls()).isBetween(94, 100);
    }

    @Test
    void aSearchFindsWhereCallsFail() throws CannotRun {
        calls.mostCalls = 60;
        Capacity found = capacity(play(search(1_000, null)));
        assertThat(found.limit()).isEqualTo(Capacity.Limit.FAILED);
        assertThat(found.calls()).isBetween(56, 61);
    }

    @Test
    void whereThisMachineIsTheLimitTheServersIsNotClaimed() throws CannotRun {
        calls.mostOnTime = 45;
        Capacity found = capacity(play(search(1_000, null)));
        assertThat(found.limit()).isEqualTo(Capacity.Limit.GENERATOR);
        assertThat(found.calls()).isBetween(42, 45);
    }

    @Test
    void aSearchThatNothingStopsEndsAtTheMostThatIsAllowed() throws CannotRun {
        Capacity found = capacity(play(search(70, null)));
        assertThat(found.limit()).isNull();
        assertThat(found.calls()).isEqualTo(70);
        assertThat(calls.callers).allMatch(caller -> caller < 70);
    }

    @Test
    void aSearchThatIsBrokenOffHasFoundNothing() throws CannotRun {
        cancelNs = 20 * SECOND_NS;
        assertThat(play(search(1_000, null)).capacity()).isNull();
    }

    private static LoadPlan search(int most, @Nullable Double limitMs) {
        return new LoadPlan(most, 50, Duration.ofSeconds(10), true, limitMs, 0);
    }

    private static Capacity capacity(LoadResult load) {
        Capacity found = load.capacity();
        if (found == null) {
            throw new AssertionError("the search found nothing");
        }
        return found;
    }

    private LoadResult play(LoadPlan plan) throws CannotRun {
        LoadRun run = new LoadRun(plan, calls, meter, shown::add);
        while (run.step(nowNs)) {
            nowNs += STEP_NS;
            assertThat(nowNs).as("the load ends").isLessThan(MOST_S * SECOND_NS);
            if (nowNs >= cancelNs) {
                run.cancel();
            }
        }
        return run.result(nowNs, null);
    }
}
