package dev.sidetone.simulator.report;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.RunFigures;
import dev.sidetone.simulator.timeline.Thresholds;
import dev.sidetone.simulator.timeline.TurnTakingRates;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Formats a call's result for the terminal: what the caller waited for, and where the time went. At most 100 columns wide. */
public final class CallReport {
    static final int LABEL = 10;
    private static final double WORTH_SAYING_MS = 100;
    private static final String ANSWER = "answer";
    private static final String TOO_BUSY = "this machine was too busy";
    private static final String STOOD_STILL = "Twilio's stream stood still";
    private static final String FEW_JUDGED =
            "fewer than " + Thresholds.RELIABLE_PERCENT + " % of the turns could be judged: ";

    private static final String AT_EAR = "heard at the caller's ear; a simulated call has no phone network legs";
    private static final String IN_RECORDING =
            "as the recording's two channels have it: what was queued, cleared or late is not to be seen";
    private static final String AT_BRIDGE =
            "at the bridge: as it came from Twilio → as it was sent; the way to the ear comes on top";

    private final TerminalColours paint;

    public CallReport(boolean colour) {
        this.paint = new TerminalColours(colour);
    }

    /** Prints the whole report. */
    public void print(CallResult result, PrintStream out) {
        out.print(text(result));
        out.flush();
    }

    /** The whole report, ending with a line break. */
    public String text(CallResult result) {
        StringBuilder text = new StringBuilder();
        text.append('\n').append(title(result)).append("\n\n");
        if (isOpened(result)) {
            measured(text, result);
        }
        line(
                text,
                "Findings",
                result.findings().isEmpty()
                        ? "none"
                        : String.valueOf(result.findings().size()));
        text.append(new FindingLines(paint).of(result.findings()));
        return text.toString();
    }

    /** At the bridge a call without a stream has nothing to measure. */
    private static boolean isOpened(CallResult result) {
        CallResult.Call call = result.call();
        return !call.atBridge()
                || call.streamSid() != null
                || call.answeredAtMs() != null
                || !result.turns().isEmpty();
    }

    private void measured(StringBuilder text, CallResult result) {
        heading(text, place(result));
        new TurnTable(result.turns(), result.call(), paint).appendTo(text);
        text.append('\n');
        lines(result).forEach(line -> line(text, line.label(), line.text()));
    }

    /**
     * A line of the report below its turns.
     *
     * @param label the word that it begins with
     */
    public record Line(String label, String text) {}

    /** The lines below the turns: what the call's other figures are. */
    public List<Line> lines(CallResult result) {
        List<Line> lines = new ArrayList<>();
        CallResult.Source source = result.source();
        if (source != null) {
            recorded(lines, result, source);
            return lines;
        }
        boolean atBridge = result.call().atBridge();
        add(lines, "Set-up", atBridge ? null : setUp(result));
        add(lines, "Greeting", greeting(result));
        result.bargeIns().forEach(bargeIn -> add(lines, "Barge-in", bargeIn(bargeIn)));
        probes(lines, result);
        add(lines, "Keys", keys(result));
        add(lines, "Transfer", transfer(result.transfer()));
        add(lines, "Playout", playout(result));
        add(lines, "Marks", atBridge ? MarksLine.of(result) : null);
        add(lines, "Line", quality(result));
        add(lines, "Judged", judged(result));
        return lines;
    }

    private void recorded(List<Line> lines, CallResult result, CallResult.Source source) {
        add(lines, "Channels", channels(source));
        Double greetedAtMs = result.greeting().firstAudibleAtMs();
        add(
                lines,
                "Greeting",
                greetedAtMs == null ? "none heard before the caller" : "at " + Figures.clock(greetedAtMs));
        result.bargeIns().forEach(bargeIn -> add(lines, "Barge-in", recordedBargeIn(bargeIn)));
        add(lines, "Judged", judged(result));
    }

    private static void add(List<Line> lines, String label, @Nullable String text) {
        if (text != null) {
            lines.add(new Line(label, text));
        }
    }

    /** Where the times of {@code result} were taken, a phrase. */
    public static String place(CallResult result) {
        return result.source() != null ? IN_RECORDING : result.call().atBridge() ? AT_BRIDGE : AT_EAR;
    }

    private static String channels(CallResult.Source source) {
        if (source.oneVoice()) {
            return "both carry the same sound";
        }
        return "caller " + source.caller() + ", agent " + ("left".equals(source.caller()) ? "right" : "left");
    }

    private void heading(StringBuilder text, String place) {
        text.append(paint.bold("TTFA")).append("  time to first audio: end of the caller's speech → agent audible\n");
        text.append(paint.dim("      " + place + "\n"));
        text.append("      ").append(paint.in(QualityBand.GREEN, "good to " + Thresholds.GOOD_TTFA_MS + " ms"));
        text.append(" · ").append(paint.in(QualityBand.AMBER, "Twilio's target " + Thresholds.TARGET_TTFA_MS + " ms"));
        text.append(" · ").append(paint.in(QualityBand.ORANGE, "Twilio's limit " + Thresholds.LIMIT_TTFA_MS + " ms"));
        text.append("\n\n");
    }

    /** The name of the call, its length and who ended it. */
    public String title(CallResult result) {
        CallResult.Call call = result.call();
        List<String> parts = new ArrayList<>();
        CallResult.Source source = result.source();
        parts.add(paint.bold(source == null ? ("Call " + call.callSid()).strip() : "Recording " + source.file()));
        if (call.durationMs() != null) {
            parts.add(Figures.seconds(call.durationMs()));
        }
        if (call.endedBy() != null) {
            parts.add("ended by " + call.endedBy());
        }
        if (ANSWER.equals(call.clock())) {
            parts.add("no two-way stream: times count from the answer");
        }
        return String.join(" · ", parts);
    }

    private void line(StringBuilder text, String label, String content) {
        text.append(paint.bold(Figures.left(label, LABEL))).append(content).append('\n');
    }

    private static String setUp(CallResult result) {
        CallResult.Setup setUp = result.setup();
        Double answeredAtMs = result.call().answeredAtMs();
        String text = "webhook answered in " + Figures.ms(setUp.webhookMs()) + " · stream opened in "
                + Figures.ms(setUp.upgradeMs());
        return answeredAtMs == null || answeredAtMs > -WORTH_SAYING_MS
                ? text
                : text + "\n" + " ".repeat(LABEL) + "times count from the stream's start, "
                        + Figures.seconds(-answeredAtMs) + " after the answer";
    }

    private static @Nullable String greeting(CallResult result) {
        if (ANSWER.equals(result.call().clock())) {
            return null;
        }
        Double audibleAtMs = result.greeting().firstAudibleAtMs();
        return audibleAtMs == null
                ? "none heard"
                : (result.call().atBridge() ? "sent " : "audible ") + Figures.ms(audibleAtMs)
                        + " after the stream began";
    }

    private String bargeIn(BargeIn bargeIn) {
        StringBuilder text = new StringBuilder("onset " + Figures.clock(bargeIn.onsetAtMs()));
        text.append(" → clear ").append(bargeIn.clearMs() == null ? "none" : Figures.ms(bargeIn.clearMs()));
        text.append(" → silence ").append(silence(bargeIn.silenceMs()));
        if (bargeIn.discardedMs() != null) {
            text.append(" · ").append(Figures.wholeMs(bargeIn.discardedMs())).append(" discarded");
        }
        return text.append(" · ").append(yielded(bargeIn.yielded())).toString();
    }

    private String recordedBargeIn(BargeIn bargeIn) {
        return "onset " + Figures.clock(bargeIn.onsetAtMs()) + " → silence " + silence(bargeIn.silenceMs()) + " · "
                + yielded(bargeIn.yielded());
    }

    private void probes(List<Line> lines, CallResult result) {
        if (!result.probes().isEmpty()) {
            TurnTakingReport report = new TurnTakingReport(paint);
            result.probes().forEach(probe -> add(lines, "Probe", report.probe(probe)));
            add(lines, "Rates", report.rates(TurnTakingRates.of(List.of(result))));
        }
    }

    private String silence(@Nullable Double ms) {
        return ms == null ? "none" : paint.in(QualityBand.ofSilenceMs(ms), Figures.ms(ms));
    }

    private String yielded(@Nullable Boolean yielded) {
        if (yielded == null) {
            return "the answer may just have ended: no telling whether it yielded";
        }
        return yielded
                ? paint.in(QualityBand.GREEN, "yielded")
                : paint.in(QualityBand.RED, "did not yield in " + Thresholds.YIELD_MS / 1000 + " s");
    }

    private static @Nullable String keys(CallResult result) {
        return result.dtmf().isEmpty()
                ? null
                : result.dtmf().stream()
                        .map(key -> key.digit() + " at " + Figures.clock(key.atMs()))
                        .collect(Collectors.joining(" · "));
    }

    private static @Nullable String transfer(CallResult.@Nullable Transfer transfer) {
        if (transfer == null) {
            return null;
        }
        String at = transfer.atMs() == null ? "" : " at " + Figures.clock(transfer.atMs());
        Boolean answered = transfer.answered();
        return "to " + transfer.to() + at + (answered == null ? "" : answered ? " · answered" : " · nobody picked up");
    }

    private static @Nullable String playout(CallResult result) {
        CallResult.Playout playout = result.playout();
        if (playout == null) {
            return null;
        }
        String burst = playout.burstFactor() == null
                ? ""
                : String.format(Locale.ROOT, " · sent up to %.1f times as fast as it plays", playout.burstFactor());
        String dry = result.call().atBridge()
                ? ", worked out here"
                : " · " + Figures.count(playout.underruns(), "under-run");
        String jitter = playout.jitterMs() == null ? "" : " · jitter " + Figures.ms(playout.jitterMs());
        return "queue up to " + Figures.seconds(playout.maxDepthMs()) + " deep" + dry + burst + jitter;
    }

    private @Nullable String quality(CallResult result) {
        CallResult.Line line = result.line();
        if (line == null) {
            return null;
        }
        if (result.call().atBridge()) {
            return MarksLine.stream(line) + " · " + reliable(line, result, STOOD_STILL, Thresholds.LATE_AT_BRIDGE_MS);
        }
        return Figures.count(line.framesSent(), "frame") + " sent, " + line.framesHeard() + " heard · "
                + reliable(line, result, TOO_BUSY, Thresholds.LATE_FRAME_MS);
    }

    private static @Nullable String judged(CallResult result) {
        return result.turns().isEmpty() ? null : JudgedLine.of(result, new RunFigures(List.of(result)));
    }

    private String reliable(CallResult.Line line, CallResult result, String otherwise, int lateMs) {
        if (line.reliable()) {
            return paint.in(QualityBand.GREEN, "reliable");
        }
        String frames = "more than " + Thresholds.UNRELIABLE_FRAMES_PERCENT + " % of the frames were not sent, or over "
                + lateMs + " ms late: ";
        return paint.in(QualityBand.RED, "not reliable") + "\n" + " ".repeat(LABEL)
                + (CallResult.enoughJudged(result.turns()) ? frames : FEW_JUDGED) + otherwise;
    }
}
