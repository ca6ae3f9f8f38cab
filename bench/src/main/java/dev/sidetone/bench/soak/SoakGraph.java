package dev.sidetone.bench.soak;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Draws the samples of a soak as an SVG picture: one band for each quantity, with bridge and agent in it. */
final class SoakGraph {
    private static final int WIDTH = 900;
    private static final int BAND = 130;
    private static final int TOP = 60;
    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int GAP = 40;
    private static final double HEADROOM = 1.1;
    private static final String BRIDGE = "#1f6feb";
    private static final String AGENT = "#d1662b";

    private SoakGraph() {}

    /** @param title states the soak's length and its number of calls */
    static String svg(String title, List<SoakSample> samples) {
        int height = TOP + SoakQuantity.values().length * (BAND + GAP);
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                        + "<rect width=\"%d\" height=\"%d\" fill=\"white\"/>%n",
                WIDTH,
                height,
                WIDTH,
                height));
        text(out, LEFT, 20, "black", title);
        text(out, LEFT, 40, BRIDGE, "bridge");
        text(out, LEFT + 60, 40, AGENT, "fake agent");
        int top = TOP;
        for (SoakQuantity quantity : SoakQuantity.values()) {
            band(out, top + GAP / 2, quantity, samples);
            top += BAND + GAP;
        }
        return out.append("</svg>\n").toString();
    }

    private static void band(StringBuilder out, int top, SoakQuantity quantity, List<SoakSample> samples) {
        double most = samples.stream()
                .mapToDouble(sample -> Math.max(quantity.of(sample.bridge()), quantity.of(sample.agent())))
                .max()
                .orElse(1);
        double endS = samples.isEmpty() ? 1 : samples.get(samples.size() - 1).atS();
        double ceiling = Math.max(1, most * HEADROOM);
        out.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#bbb\"/>%n",
                LEFT,
                top,
                WIDTH - LEFT - RIGHT,
                BAND));
        text(out, LEFT, top - 4, "black", quantity.words);
        text(out, 8, top + 12, "#555", String.format(Locale.ROOT, "%.0f", ceiling));
        text(out, 8, top + BAND, "#555", "0");
        text(out, WIDTH - RIGHT - 70, top + BAND + 14, "#555", String.format(Locale.ROOT, "%.0f min", endS / 60));
        line(out, top, BRIDGE, samples, endS, ceiling, sample -> quantity.of(sample.bridge()));
        line(out, top, AGENT, samples, endS, ceiling, sample -> quantity.of(sample.agent()));
    }

    private static void line(
            StringBuilder out,
            int top,
            String colour,
            List<SoakSample> samples,
            double endS,
            double ceiling,
            Function<SoakSample, Double> value) {
        out.append("<polyline fill=\"none\" stroke=\"").append(colour).append("\" stroke-width=\"1.5\" points=\"");
        for (SoakSample sample : samples) {
            double x = LEFT + sample.atS() / endS * (WIDTH - LEFT - RIGHT);
            double y = top + BAND - value.apply(sample) / ceiling * BAND;
            out.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        out.append("\"/>\n");
    }

    private static void text(StringBuilder out, int x, int y, String colour, String text) {
        out.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>%n", x, y, colour, text));
    }
}
