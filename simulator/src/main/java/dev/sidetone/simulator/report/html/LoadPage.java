package dev.sidetone.simulator.report.html;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.load.Capacity;
import dev.sidetone.simulator.load.LoadResult;
import dev.sidetone.simulator.load.LoadResult.Failure;
import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.report.LoadReport;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A load as one self-contained HTML page: its figures, and calls, times, failures and lateness over time. Stateless, for any thread. */
public final class LoadPage {
    private static final double LATE_MS = 5;

    private LoadPage() {}

    /** The page's whole text. */
    public static String html(LoadResult load) {
        List<LoadPoint> points = LoadPoint.of(load.seconds());
        return PageTemplate.filled(
                "load.html",
                Map.of(
                        "title", title(load),
                        "css", PageTemplate.resource("page.css"),
                        "version", SidetoneVersion.TEXT,
                        "figures", figures(load),
                        "failures", failures(load.failures()),
                        "charts", charts(points),
                        "table", table(points)));
    }

    private static String title(LoadResult load) {
        int most =
                load.seconds().stream().mapToInt(LoadResult.Second::calls).max().orElse(0);
        return "Load of " + Figures.count(most, "call") + " at once, "
                + load.seconds().size() + " s";
    }

    private static String figures(LoadResult load) {
        StringBuilder html = new StringBuilder("<dl class=\"figures\">");
        figure(html, "p50 TTFA", Figures.wholeMs(load.ttfa().p50Ms()));
        figure(html, "p95 TTFA", Figures.wholeMs(load.ttfa().p95Ms()));
        figure(html, "turns measured", String.valueOf(load.ttfa().n()));
        figure(html, "turns without an answer", String.valueOf(load.unanswered()));
        figure(html, "barge-in → silence, p95", Figures.wholeMs(load.silence().p95Ms()));
        figure(html, "calls started", String.valueOf(load.started()));
        figure(html, "answered", String.valueOf(load.answered()));
        figure(html, "failed", String.valueOf(load.failed()));
        figure(html, "dropped", String.valueOf(load.dropped()));
        Capacity capacity = load.capacity();
        if (capacity != null) {
            figure(html, "capacity", Figures.count(capacity.calls(), "call"));
        }
        html.append("</dl>\n");
        if (capacity != null) {
            note(html, "Capacity: " + LoadReport.capacity(capacity) + ".");
        }
        note(html, "Lateness " + LoadReport.lateness(load) + ".");
        return html.toString();
    }

    private static void figure(StringBuilder html, String label, String value) {
        html.append("<div><dt>").append(label).append("</dt><dd>").append(value).append("</dd></div>");
    }

    private static void note(StringBuilder html, String text) {
        html.append("<p>").append(escaped(text)).append("</p>\n");
    }

    private static String failures(List<Failure> failures) {
        if (failures.isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<section class=\"card\"><h3>Why calls failed</h3>");
        for (Failure failure : failures) {
            html.append("<div class=\"problem-item error\"><p>")
                    .append(escaped(LoadReport.why(failure)))
                    .append("</p></div>");
        }
        return html.append("</section>\n").toString();
    }

    private static String charts(List<LoadPoint> points) {
        double calls = most(points, LoadPoint::calls);
        double ttfa = Math.max(most(points, LoadPoint::ttfaP50Ms), most(points, LoadPoint::ttfaP95Ms));
        double failed = most(points, LoadPoint::failed);
        double late = Math.max(2 * LATE_MS, most(points, LoadPoint::latenessP99Ms));
        return new LoadChart("Calls at once", points, calls, LoadPage::count)
                        .line("first", "calls", LoadPoint::calls)
                        .html()
                + new LoadChart("Time to first audio", points, ttfa, Figures::wholeMs)
                        .line("first", "p50 of each second", LoadPoint::ttfaP50Ms)
                        .line("second", "p95 of each second with 20 answers", LoadPoint::ttfaP95Ms)
                        .html()
                + new LoadChart("Calls that failed or broke off", points, Math.max(1, failed), LoadPage::count)
                        .bars("bad", "calls", LoadPoint::failed)
                        .html()
                + new LoadChart("Lateness of this machine, p99", points, late, Figures::ms)
                        .line("first", "p99 of each second; above 5 ms it is withheld", LoadPoint::latenessP99Ms)
                        .limit(LATE_MS)
                        .html();
    }

    private static String count(double calls) {
        return String.valueOf(Math.round(calls));
    }

    private static double most(List<LoadPoint> points, Function<LoadPoint, @Nullable Double> value) {
        return points.stream()
                .map(value)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    private static String table(List<LoadPoint> points) {
        StringBuilder html = new StringBuilder(
                "<details class=\"card\"><summary>Every second in numbers</summary><div class=\"scrolled long\"><table><tr>"
                        + "<th>from</th><th>calls</th><th>TTFA p50</th><th>TTFA p95</th><th>failed</th><th>lateness p99</th></tr>");
        for (LoadPoint point : points) {
            html.append("<tr><td>")
                    .append(point.fromS())
                    .append(" s</td><td>")
                    .append(count(point.calls()))
                    .append("</td><td>")
                    .append(point.withheld() ? "withheld" : Figures.wholeMs(point.ttfaP50Ms()))
                    .append("</td><td>")
                    .append(Figures.wholeMs(point.ttfaP95Ms()))
                    .append("</td><td>")
                    .append(count(point.failed()))
                    .append("</td><td>")
                    .append(Figures.ms(point.latenessP99Ms()))
                    .append("</td></tr>");
        }
        return html.append("</table></div></details>\n").toString();
    }

    private static String escaped(String text) {
        return PageTemplate.escaped(ForeignText.line(text));
    }
}
