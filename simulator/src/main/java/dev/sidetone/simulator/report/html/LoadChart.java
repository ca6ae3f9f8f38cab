package dev.sidetone.simulator.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Draws one figure of a load over time, as SVG without a script; its numbers stand beside it as text. For one thread. */
final class LoadChart {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 100;

    private final String title;
    private final Function<Double, String> words;
    private final List<LoadPoint> points;
    private final StringBuilder shapes = new StringBuilder();
    private final StringBuilder legend = new StringBuilder();
    private final double most;

    /** @param words writes a value for people */
    LoadChart(String title, List<LoadPoint> points, double most, Function<Double, String> words) {
        this.title = title;
        this.points = points;
        this.most = Math.max(most, 1e-9);
        this.words = words;
        withheld();
    }

    private void withheld() {
        boolean any = false;
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).withheld()) {
                any = true;
                rectangle("withheld", i, 0);
            }
        }
        if (any) {
            legend("withheld", "withheld");
        }
    }

    /** A line through the values that there are; a value without neighbours is a dot. */
    LoadChart line(String style, String name, Function<LoadPoint, @Nullable Double> value) {
        List<String> run = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Double at = value.apply(points.get(i));
            if (at == null) {
                end(style, run);
            } else {
                run.add(place(i + 0.5, at));
            }
        }
        end(style, run);
        legend(style, name);
        return this;
    }

    private void end(String style, List<String> run) {
        if (run.isEmpty()) {
            return;
        }
        String one = run.get(0);
        String path = run.size() == 1 ? one + " " + one : String.join(" ", run);
        shapes.append("<polyline class=\"")
                .append(style)
                .append(run.size() == 1 ? " dots" : "")
                .append("\" points=\"")
                .append(path)
                .append("\"/>");
        run.clear();
    }

    /** A bar for each value that is not 0. */
    LoadChart bars(String style, String name, Function<LoadPoint, Double> value) {
        for (int i = 0; i < points.size(); i++) {
            double at = value.apply(points.get(i));
            if (at > 0) {
                rectangle(style, i, y(at));
            }
        }
        legend(style, name);
        return this;
    }

    /** A level across the whole. */
    LoadChart limit(double at) {
        if (at <= most) {
            String y = number(y(at));
            shapes.append("<line class=\"limit\" x1=\"0\" x2=\"" + WIDTH + "\" y1=\"")
                    .append(y)
                    .append("\" y2=\"")
                    .append(y)
                    .append("\"/>");
        }
        return this;
    }

    /** The chart with its scale, as HTML. */
    String html() {
        int lastS = points.isEmpty() ? 0 : points.get(points.size() - 1).untilS();
        return "<section class=\"card\"><h3>" + title + "</h3><div class=\"chart\"><div class=\"scale\"><span>"
                + words.apply(most) + "</span><span>0</span></div><svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"" + title + " over " + lastS
                + " seconds, at most " + words.apply(most) + "\">" + shapes
                + "</svg><div class=\"time\"><span>0 s</span><span>" + lastS
                + " s</span></div></div><div class=\"legend\">" + legend + "</div></section>\n";
    }

    private void legend(String style, String name) {
        legend.append("<span><i class=\"i-")
                .append(style)
                .append("\"></i>")
                .append(name)
                .append("</span>");
    }

    private void rectangle(String style, int point, double top) {
        double wide = (double) WIDTH / points.size();
        shapes.append("<rect class=\"")
                .append(style)
                .append("\" x=\"")
                .append(number(point * wide))
                .append("\" y=\"")
                .append(number(top))
                .append("\" width=\"")
                .append(number(wide))
                .append("\" height=\"")
                .append(number(HEIGHT - top))
                .append("\"/>");
    }

    private String place(double point, double value) {
        return number(point * WIDTH / points.size()) + "," + number(y(value));
    }

    private double y(double value) {
        return HEIGHT - HEIGHT * Math.min(1, value / most);
    }

    private static String number(double at) {
        return String.format(Locale.ROOT, "%.2f", at);
    }
}
