package dev.sidetone.simulator.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.timeline.CallResult;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats a calibration for the terminal and as JSON. Stateless. */
public final class CalibrationReport {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final double THOUSANDTHS = 1000;

    private CalibrationReport() {}

    /** The figures, and in a sentence what they are worth. Ends with a line break. */
    public static String text(CalibrationResult result) {
        CallResult.Line line = result.line();
        String text = "TTFA error    p50 " + two(result.p50Ms()) + " · at most " + two(result.maxMs())
                + " in a judged turn, by the fake agent's own log\n"
                + "Turns         " + result.judged() + " of " + result.made() + " judged\n"
                + "Lateness      p50 " + two(line.latenessP50Ms()) + " · p99 " + two(line.latenessP99Ms())
                + " · at most "
                + two(line.latenessMaxMs()) + ", of " + Figures.count(line.framesSent(), "frame") + " sent\n"
                + "\n" + Paragraph.of(result.verdict(), 0) + "\n";
        return result.cure() == null ? text : text + Paragraph.of("Cure: " + result.cure(), 0) + "\n";
    }

    private static String two(@Nullable Double ms) {
        return ms == null ? Figures.UNKNOWN : String.format(Locale.ROOT, "%.2f ms", ms);
    }

    /** The calibration as JSON. */
    static ObjectNode json(CalibrationResult result) {
        CallResult.Line line = result.line();
        ObjectNode json = MAPPER.createObjectNode();
        json.put("verdict", result.isReliable() ? "passed" : "failed");
        json.putObject("turns").put("made", result.made()).put("judged", result.judged());
        json.putObject("ttfaError").put("p50Ms", rounded(result.p50Ms())).put("maxMs", rounded(result.maxMs()));
        json.putObject("lateness")
                .put("p50Ms", rounded(line.latenessP50Ms()))
                .put("p99Ms", rounded(line.latenessP99Ms()))
                .put("maxMs", rounded(line.latenessMaxMs()));
        json.put("framesSent", line.framesSent()).put("reliable", line.reliable());
        return json.put("what", result.verdict()).put("cure", result.cure());
    }

    private static @Nullable Double rounded(@Nullable Double ms) {
        return ms == null ? null : (Double) (Math.round(ms * THOUSANDTHS) / THOUSANDTHS);
    }
}
