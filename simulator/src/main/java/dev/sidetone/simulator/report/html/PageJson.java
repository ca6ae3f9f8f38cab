package dev.sidetone.simulator.report.html;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.report.CallComparison;
import dev.sidetone.simulator.report.CallReport;
import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.LatencyDigest;
import dev.sidetone.simulator.timeline.RunFigures;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows, as the JSON that its script reads: places in time as numbers, everything to read as text, formatted as the terminal
 * has it. For one thread.
 */
final class PageJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final DateTimeFormatter STARTED_AT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final ObjectNode page = MAPPER.createObjectNode();
    private final ArrayNode all = page.putArray("calls");
    private final List<CallResult> results = new ArrayList<>();

    /** @param playedMs how much of its sound the page has */
    void add(PageCall call, int playedMs) {
        results.add(call.result());
        all.add(call(call, playedMs));
    }

    void compare(CallComparison comparison) {
        ArrayNode rows = page.putArray("comparison");
        for (CallComparison.Row row : comparison.rows()) {
            rows.addObject()
                    .put("figure", row.figure())
                    .put("before", row.before())
                    .put("after", row.after())
                    .put("change", row.change())
                    .put("better", row.better());
        }
    }

    /** The whole JSON, which can stand in an element of a page. */
    String of(String title) {
        page.put("title", title).put("version", SidetoneVersion.TEXT);
        row(page.putObject("all"), new RunFigures(results).ttfa());
        page.putArray("limitsMs")
                .add(QualityBand.bands().goodMs())
                .add(QualityBand.bands().targetMs())
                .add(QualityBand.bands().limitMs());
        return ForeignText.json(page.toString()).replace("<", "\\u003c").replace(">", "\\u003e");
    }

    private static ObjectNode call(PageCall call, int playedMs) {
        CallResult result = call.result();
        ObjectNode json = MAPPER.createObjectNode();
        CallReport report = new CallReport(false);
        json.put("name", ForeignText.line(call.name())).put("title", report.title(result));
        json.put("passed", call.passed()).put("place", CallReport.place(result));
        json.put("agentLane", result.call().atBridge() ? "Agent, as sent" : "Agent");
        CallResult.Call about = result.call();
        json.put("startedAt", about.startedAt() == null ? "" : STARTED_AT.format(about.startedAt()));
        LatencyDigest ttfa = new RunFigures(List.of(result)).ttfa();
        row(json.putObject("row"), ttfa)
                .put("turns", ttfa.count() + " / " + result.turns().size())
                .put("bargeIns", String.valueOf(result.bargeIns().size()))
                .put("problems", problems(call));
        call.notes().forEach(json.putArray("notes")::add);
        ArrayNode figures = json.putArray("figures");
        for (KeyFigures.Figure figure : KeyFigures.of(result)) {
            figures.addObject()
                    .put("label", figure.label())
                    .put("value", figure.value())
                    .put("band", word(figure.band()));
        }
        ArrayNode lines = json.putArray("lines");
        report.lines(result).forEach(line -> lines.addObject()
                .put("label", line.label())
                .put("text", ForeignText.line(line.text().replaceAll("\\n\\s*", " · "))));
        TimelineJson.into(json, call, playedMs);
        ProblemJson.into(json.putArray("problems"), call);
        return json;
    }

    private static ObjectNode row(ObjectNode row, LatencyDigest ttfa) {
        Double p50Ms = ttfa.p50Ms();
        return row.put("p50", Figures.wholeMs(p50Ms))
                .put("band", word(p50Ms == null ? null : QualityBand.ofTtfaMs(p50Ms)))
                .put("p95", Figures.wholeMs(ttfa.p95Ms()))
                .put("n", ttfa.count());
    }

    private static String problems(PageCall call) {
        long failed = call.expectations().stream()
                .filter(expected -> Boolean.FALSE.equals(expected.held()))
                .count();
        int findings = call.result().findings().size();
        String found = findings == 0 ? "" : Figures.count(findings, "finding");
        if (failed == 0) {
            return findings == 0 ? "none" : found;
        }
        return failed + " not held" + (found.isEmpty() ? "" : ", " + found);
    }

    static @Nullable String word(@Nullable QualityBand band) {
        return band == null ? null : band.name().toLowerCase(Locale.ROOT);
    }
}
