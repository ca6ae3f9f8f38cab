package dev.sidetone.jmeter;

import dev.sidetone.simulator.load.CallFate;
import dev.sidetone.simulator.load.LoadResult.Failure;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.Thresholds;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.jmeter.samplers.SampleResult;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a call that is over a sample and its sub-samples: one for each turn with its TTFA, for each barge-in with its time to silence, and one
 * with the lateness of this machine. What does not count, since this machine was late or JMeter hung up, has a label of its own, so that no
 * listener mixes it with what does. Of one call, by one thread.
 */
final class CallSamples {
    /** The end of the label of what must not be counted. */
    static final String NOT_COUNTED = " (not counted)";

    static final String TTFA = ": TTFA";
    static final String SILENCE = ": time to silence";
    static final String UNANSWERED = ": turn without an answer";
    static final String UNYIELDED = ": barge-in without silence";
    static final String LATENESS = ": lateness";
    static final String LATE = "generator-late";

    private final SampleResult sample;
    private final WorkerCall.Over over;
    private final CallResult result;
    private final String name;
    private final boolean late;

    /** @param sample the one of the call, begun and ended, with its label */
    CallSamples(SampleResult sample, WorkerCall.Over over) {
        this.sample = sample;
        this.over = over;
        this.result = over.result();
        this.name = sample.getSampleLabel();
        this.late = over.stoodStill() || latenessMs() > Thresholds.LATE_AT_EAR_MS;
    }

    /** Fills the sample. */
    void fill() {
        boolean counts = !late && over.fate() != CallFate.CUT;
        sample.setSampleLabel(counts ? name : name + NOT_COUNTED);
        sample.setDataType(SampleResult.TEXT);
        sample.setSamplerData(over.plan());
        sample.setResponseData(text(), StandardCharsets.UTF_8.name());
        double setUpMs =
                orZero(result.setup().webhookMs()) + orZero(result.setup().upgradeMs());
        sample.setConnectTime(Math.round(setUpMs));
        sample.setLatency(Math.round(over.zeroMs() + orZero(result.greeting().firstAudibleAtMs())));
        outcome(counts);
        result.turns().forEach(turn -> turn(turn, counts));
        result.bargeIns().forEach(bargeIn -> bargeIn(bargeIn, counts));
        lateness();
    }

    private void outcome(boolean counts) {
        Failure failure = over.failure();
        if (!counts) {
            said(sample, true, late ? LATE : "cut", late ? lateWords() : "JMeter hung up, so the call says nothing.");
        } else if (failure == null) {
            sample.setResponseOK();
        } else {
            said(sample, false, failure.code(), failure.what() + " " + failure.cure());
        }
    }

    private void turn(Turn turn, boolean counts) {
        Double ttfaMs = turn.ttfaMs();
        boolean missing = turn.firstAudibleAtMs() == null && !turn.overlapped() && !turn.early() && wasAwaited(turn);
        if (ttfaMs != null) {
            SampleResult sub = sub(TTFA, counts && turn.judged(), turn.callerEndAtMs(), ttfaMs);
            if (turn.judged()) {
                sub.setResponseOK();
            } else {
                said(
                        sub,
                        true,
                        "not-judged",
                        "A frame was more than 5 ms late on this machine: the time is not counted.");
            }
        } else if (missing && over.fate() == CallFate.DONE) {
            SampleResult sub = sub(UNANSWERED, counts, turn.callerEndAtMs(), 0);
            said(
                    sub,
                    false,
                    "unanswered",
                    "Nothing answered turn " + turn.turn()
                            + ". Make one such call alone: sidetone call shows all of it.");
        }
    }

    /** Whether the call went on for long enough after the turn: one that ends with its last word shows nothing. */
    private boolean wasAwaited(Turn turn) {
        double endedAtMs =
                orZero(result.call().answeredAtMs()) + orZero(result.call().durationMs());
        return endedAtMs - turn.callerEndAtMs() >= Thresholds.LEFT_ALONE_MS;
    }

    private void bargeIn(BargeIn bargeIn, boolean counts) {
        Double silenceMs = bargeIn.silenceMs();
        if (silenceMs != null) {
            sub(SILENCE, counts, bargeIn.onsetAtMs(), silenceMs).setResponseOK();
        } else if (Boolean.FALSE.equals(bargeIn.yielded())) {
            SampleResult sub = sub(UNYIELDED, counts, bargeIn.onsetAtMs(), 0);
            said(
                    sub,
                    false,
                    "not-yielded",
                    "The agent went on while the caller spoke. Send clear when the caller is heard.");
        }
    }

    /** One that fails is how a test sees that it has more callers on a machine than that machine has time for. */
    private void lateness() {
        if (result.line() == null || (result.line().framesSent() == 0 && !late)) {
            return;
        }
        SampleResult sub = sub(LATENESS, true, 0, latenessMs());
        if (late) {
            said(sub, false, LATE, lateWords());
        } else {
            sub.setResponseOK();
        }
    }

    private String lateWords() {
        String how = over.stoodStill()
                ? "This machine stood still."
                : String.format(Locale.ROOT, "This machine wrote frames late: p99 %.1f ms.", latenessMs());
        return how + " Have fewer threads on it, or nothing else; the call does not count.";
    }

    /** The p99 of a call's frames, the worst of one with few. */
    private double latenessMs() {
        CallResult.Line line = result.line();
        if (line == null) {
            return 0;
        }
        return line.latenessP99Ms() == null ? orZero(line.latenessMaxMs()) : line.latenessP99Ms();
    }

    /** @param fromMs from the moment from which the result's times count */
    private SampleResult sub(String what, boolean counts, double fromMs, double tookMs) {
        SampleResult sub = new SampleResult();
        long beganMs = sample.getStartTime() + Math.round(over.zeroMs() + fromMs);
        long elapsedMs = Math.round(tookMs);
        sub.setStampAndTime(sub.isStampedAtStart() ? beganMs : beganMs + elapsedMs, elapsedMs);
        sub.setSampleLabel(counts ? name + what : name + what + NOT_COUNTED);
        sub.setThreadName(sample.getThreadName());
        sub.setDataType(SampleResult.TEXT);
        sub.setSuccessful(true);
        sample.storeSubResult(sub, false);
        return sub;
    }

    private static void said(SampleResult of, boolean successful, String code, String message) {
        of.setSuccessful(successful);
        of.setResponseCode(code);
        of.setResponseMessage(message);
    }

    /** What was found in the call, for listeners that show one sample. */
    private String text() {
        CallResult.Call call = result.call();
        String first = "call " + call.callSid() + ", ended by " + call.endedBy() + "\n";
        return result.findings().stream()
                .map(found ->
                        found.severity().word() + " " + found.code() + ": " + found.what() + " " + found.cure() + "\n")
                .collect(Collectors.joining("", first, ""));
    }

    private static double orZero(@Nullable Double ms) {
        return ms == null ? 0 : ms;
    }
}
