package dev.sidetone.junit;

import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.LatencyDigest;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Judges the times of a call against limits. Turns that were not judged count for nothing. Immutable. */
final class TimeExpectations {
    private final CallResult call;
    private final Evidence evidence;

    TimeExpectations(CallResult call, Evidence evidence) {
        this.call = call;
        this.evidence = evidence;
    }

    void greeting(Duration limit) {
        Double atMs = call.greeting().firstAudibleAtMs();
        if (atMs == null) {
            throw evidence.failure(
                    "No greeting was heard; one was expected within " + text(limit) + " of the stream's beginning.",
                    evidence.turns());
        }
        if (atMs > ms(limit)) {
            throw evidence.failure(
                    "The greeting was first heard " + Figures.ms(atMs) + " after the stream's beginning; "
                            + atMost(limit),
                    List.of());
        }
    }

    void eachTurn(Duration limit) {
        requireTurns();
        call.turns().forEach(turn -> judge(turn, limit));
        if (call.turns().stream().noneMatch(Turn::judged)) {
            throw evidence.notJudged("Whether every answer came within " + text(limit), evidence.turns());
        }
    }

    void turn(int number, Duration limit) {
        Turn turn = call.turns().stream()
                .filter(each -> each.turn() == number)
                .findFirst()
                .orElseThrow(() -> evidence.failure(
                        "There is no turn " + number + ": the caller spoke in "
                                + Figures.count(call.turns().size(), "turn") + ".",
                        evidence.turns()));
        judge(turn, limit);
        if (!turn.judged()) {
            throw evidence.notJudged(
                    "Whether turn " + number + " was answered within " + text(limit), evidence.turns());
        }
    }

    private void judge(Turn turn, Duration limit) {
        if (!turn.judged()) {
            return;
        }
        Double ttfaMs = turn.ttfaMs();
        String name = "Turn " + turn.turn();
        if (ttfaMs != null && ttfaMs > ms(limit)) {
            throw evidence.failure(
                    name + " was answered after " + Figures.ms(ttfaMs)
                            + ", from the end of the caller's speech to the agent at the" + " caller's ear; "
                            + atMost(limit),
                    evidence.turns());
        }
        if (ttfaMs == null) {
            throw evidence.failure(
                    name + notAnswered(turn) + " An answer was expected within " + text(limit) + ".", evidence.turns());
        }
    }

    private String notAnswered(Turn turn) {
        if (turn.early()) {
            return " has no time to first audio: the agent began before the caller had finished.";
        }
        if (turn.overlapped()) {
            return " has no time to first audio: the answer before it went on while the caller spoke.";
        }
        double untilMs = call.turns().stream()
                .map(Turn::callerStartAtMs)
                .filter(startMs -> startMs > turn.callerEndAtMs())
                .findFirst()
                .orElseGet(this::endMs);
        return " was not answered: the caller had finished at " + Figures.clock(turn.callerEndAtMs())
                + ", and in the next " + Figures.seconds(Math.max(0, untilMs - turn.callerEndAtMs()))
                + " nothing was heard.";
    }

    private double endMs() {
        Double answeredMs = call.call().answeredAtMs();
        Double durationMs = call.call().durationMs();
        return (answeredMs == null ? 0 : answeredMs) + (durationMs == null ? 0 : durationMs);
    }

    void median(Duration limit) {
        requireTurns();
        LatencyDigest times = new LatencyDigest();
        call.turns().stream().filter(Turn::judged).map(Turn::ttfaMs).forEach(ttfaMs -> {
            if (ttfaMs != null) {
                times.recordMs(ttfaMs);
            }
        });
        Double p50Ms = times.p50Ms();
        if (p50Ms == null && call.turns().stream().anyMatch(turn -> !turn.judged())) {
            throw evidence.notJudged("The median time to first audio", evidence.turns());
        }
        if (p50Ms == null) {
            throw evidence.failure(
                    "No turn was answered, so that there is no median time to first audio.", evidence.turns());
        }
        if (p50Ms > ms(limit)) {
            throw evidence.failure(
                    "The median time to first audio was " + Figures.wholeMs(p50Ms) + " (n=" + times.count() + "); "
                            + atMost(limit),
                    evidence.turns());
        }
    }

    private void requireTurns() {
        if (call.turns().isEmpty()) {
            throw evidence.failure("The caller did not speak: there is no turn to be answered.", List.of());
        }
    }

    void yields(Duration limit) {
        for (BargeIn bargeIn : bargeIns()) {
            if (bargeIn.yielded() == null) {
                throw evidence.failure(
                        "Nobody can tell whether the agent gave way to the caller: " + INTERRUPT_EARLIER,
                        evidence.bargeIns());
            }
            if (!bargeIn.yielded()) {
                throw evidence.failure(
                        "The agent did not give way to the caller; " + silence(limit), evidence.bargeIns());
            }
        }
        within(limit, BargeIn::silenceMs, "The agent fell silent", "The agent did not fall silent; " + silence(limit));
    }

    private static final String INTERRUPT_EARLIER =
            "it was interrupted too near the end of its answer. Interrupt earlier, or a longer answer.";

    void clears(Duration limit) {
        bargeIns();
        within(
                limit,
                BargeIn::clearMs,
                "The server sent clear",
                "The server sent no clear; one was expected within " + text(limit)
                        + " of the onset of the caller's speech.");
    }

    private void within(Duration limit, Function<BargeIn, @Nullable Double> time, String did, String didNot) {
        for (BargeIn bargeIn : call.bargeIns()) {
            Double tookMs = time.apply(bargeIn);
            if (tookMs == null) {
                throw evidence.failure(didNot, evidence.bargeIns());
            }
            if (tookMs > ms(limit)) {
                throw evidence.failure(
                        did + " " + Figures.ms(tookMs) + " after the onset of the caller's speech; " + atMost(limit),
                        evidence.bargeIns());
            }
        }
    }

    void doesNotYield() {
        for (BargeIn bargeIn : bargeIns()) {
            if (bargeIn.yielded() == null) {
                throw evidence.failure(
                        "Nobody can tell whether the agent talked on: " + INTERRUPT_EARLIER, evidence.bargeIns());
            }
            if (bargeIn.yielded()) {
                throw evidence.failure(
                        "The agent stopped for what the caller said; it was expected to talk on.", evidence.bargeIns());
            }
        }
    }

    private List<BargeIn> bargeIns() {
        if (call.bargeIns().isEmpty()) {
            throw evidence.failure(
                    "There was no barge-in: the caller said nothing while the agent was heard. Say something with interrupt(…).",
                    evidence.turns());
        }
        return call.bargeIns();
    }

    private static String silence(Duration limit) {
        return "silence was expected within " + text(limit) + " of the onset of the caller's speech.";
    }

    private static String atMost(Duration limit) {
        return "at most " + text(limit) + " were expected.";
    }

    private static String text(Duration limit) {
        return Figures.wholeMs(ms(limit));
    }

    private static double ms(Duration limit) {
        return limit.toNanos() / 1e6;
    }
}
