package dev.sidetone.junit;

import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.ReportedFinding;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Writes what was heard in a call, and when, for the message of an expectation that did not hold. Immutable. */
final class Evidence {
    private static final String INDENT = "\n  ";

    /** Who reads a stack trace wants the line of the test. */
    private static final Set<String> OURS = Stream.of(
                    Evidence.class, TimeExpectations.class, ContentExpectations.class, FinishedCall.class)
            .map(Class::getName)
            .collect(Collectors.toSet());

    private final CallResult call;
    private final @Nullable Path recording;

    Evidence(CallResult call, @Nullable Path recording) {
        this.call = call;
        this.recording = recording;
    }

    /**
     * A failed expectation.
     *
     * @param what one sentence: what was not as expected
     * @param heard what was there instead, a line each
     */
    AssertionFailedError failure(String what, List<String> heard) {
        List<String> lines = new ArrayList<>(heard);
        errors().stream().filter(line -> !lines.contains(line)).forEach(lines::add);
        AssertionFailedError failure = new AssertionFailedError(message(what, lines));
        StackTraceElement[] trace = failure.getStackTrace();
        int ofTest = 0;
        for (int i = 0; i < trace.length; i++) {
            ofTest = OURS.contains(trace[i].getClassName()) ? i + 1 : ofTest;
        }
        failure.setStackTrace(Arrays.copyOfRange(trace, ofTest, trace.length));
        return failure;
    }

    /** An expectation that cannot be judged, which ends the test neither passed nor failed. */
    TestAbortedException notJudged(String what, List<String> heard) {
        return new TestAbortedException(message(
                what
                        + " cannot be judged: this machine was too busy to measure it. Run less beside the test, or let the call be"
                        + " made anew with attempts(3).",
                heard));
    }

    private String message(String what, List<String> lines) {
        StringBuilder message = new StringBuilder(what);
        lines.forEach(line -> message.append(INDENT).append(line));
        if (recording != null) {
            message.append('\n').append(RecordedFailure.line(recording));
        }
        return message.toString();
    }

    private List<String> errors() {
        return call.findings().stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .map(Evidence::finding)
                .toList();
    }

    /** A line for each turn. */
    List<String> turns() {
        return call.turns().stream().map(this::turn).toList();
    }

    /** A turn and what answered it. */
    private String turn(Turn turn) {
        return "turn " + turn.turn() + "  caller " + Figures.clock(turn.callerStartAtMs()) + " – "
                + Figures.clock(turn.callerEndAtMs()) + "  " + answer(turn);
    }

    private static String answer(Turn turn) {
        String judged = turn.judged() ? "" : " (not judged: this machine was too busy)";
        if (turn.ttfaMs() != null) {
            return "answered after " + Figures.ms(turn.ttfaMs()) + judged;
        }
        if (turn.early()) {
            return "the agent began before the caller had finished" + judged;
        }
        return (turn.overlapped() ? "the answer before it went on" : "not answered") + judged;
    }

    /** A line for each barge-in. */
    List<String> bargeIns() {
        return call.bargeIns().stream().map(Evidence::bargeIn).toList();
    }

    private static String bargeIn(BargeIn bargeIn) {
        Double clearMs = bargeIn.clearMs();
        Double silenceMs = bargeIn.silenceMs();
        String clear = clearMs == null ? "no clear" : "clear after " + Figures.ms(clearMs);
        String silence = silenceMs == null ? "the agent talked on" : "silent after " + Figures.ms(silenceMs);
        String unknown =
                bargeIn.yielded() == null ? ", too near the end of the answer to tell whether it gave way" : "";
        return "interrupted at " + Figures.clock(bargeIn.onsetAtMs()) + ": " + clear + ", " + silence + unknown;
    }

    /** A line for each finding. */
    List<String> findings() {
        return findings(Severity.INFO);
    }

    /** A line for each finding of a severity or a greater one. */
    List<String> findings(Severity least) {
        return call.findings().stream()
                .filter(found -> found.severity().compareTo(least) <= 0)
                .map(Evidence::finding)
                .toList();
    }

    private static String finding(ReportedFinding found) {
        Double atMs = found.atMs();
        return found.severity().word() + " " + found.code() + (atMs == null ? "" : " at " + Figures.clock(atMs)) + ": "
                + found.what() + " " + found.cure();
    }

    /** A line for each key. */
    List<String> keys() {
        return call.dtmf().stream()
                .map(key -> at(key.atMs()) + "  " + key.digit())
                .toList();
    }

    /** The time of an event, for the beginning of its line. */
    static String at(@Nullable Double atMs) {
        return atMs == null ? "  --.--" : Figures.clock(atMs);
    }
}
