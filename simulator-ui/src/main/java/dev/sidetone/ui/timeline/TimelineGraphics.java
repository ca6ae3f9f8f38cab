package dev.sidetone.ui.timeline;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws shapes and text on whole pixels, right of the lanes' names. Owned by the {@link TimelinePainter}, on the FX thread. */
final class TimelineGraphics {
    private static final int DASH_PX = 3;
    private static final int HATCH_PX = 7;
    private static final double ROUND_PX = 7;

    private final GraphicsContext context;
    private final double originX;
    private Palette palette;

    /** {@code originX} is the left edge of the picture on the canvas. */
    TimelineGraphics(GraphicsContext context, Palette palette, double originX) {
        this.context = context;
        this.palette = palette;
        this.originX = originX;
        context.setTextBaseline(VPos.CENTER);
        context.setTextAlign(TextAlignment.LEFT);
    }

    void use(Palette colors) {
        palette = colors;
    }

    Palette palette() {
        return palette;
    }

    void fill(Color color) {
        context.setFill(color);
    }

    void box(double x, double y, double width, double height) {
        context.fillRect(originX + x, y, width, height);
    }

    void roundBox(double x, double y, double width, double height) {
        context.fillRoundRect(originX + x, y, width, height, ROUND_PX, ROUND_PX);
    }

    void frame(double x, double y, double width, double height, Color color) {
        context.setStroke(color);
        context.setLineWidth(1);
        context.strokeRoundRect(originX + x + 0.5, y + 0.5, width - 1, height - 1, ROUND_PX, ROUND_PX);
    }

    void dashedDown(double x, double y, double untilY) {
        for (double at = y; at < untilY; at += 2 * DASH_PX) {
            box(x, at, 1, Math.min(DASH_PX, untilY - at));
        }
    }

    void dashedAcross(double x, double untilX, double y, double thickness) {
        for (double at = x; at < untilX; at += 2 * DASH_PX) {
            box(at, y, Math.min(DASH_PX, untilX - at), thickness);
        }
    }

    void line(double x, double y, double untilX, double untilY, Color color) {
        context.setStroke(color);
        context.setLineWidth(1);
        context.strokeLine(originX + x + 0.5, y + 0.5, originX + untilX + 0.5, untilY + 0.5);
    }

    void triangle(double x, double y, double otherX, double otherY, double thirdX, double thirdY) {
        context.fillPolygon(
                new double[] {originX + x, originX + otherX, originX + thirdX}, new double[] {y, otherY, thirdY}, 3);
    }

    void dot(double x, double y, double radius) {
        context.fillOval(originX + x + 0.5 - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** Draws slanted lines from {@code x} to {@code untilX}, limited to 0 to {@code width}. */
    void hatch(double x, double untilX, double y, double height, double width, Color color) {
        context.setStroke(color);
        context.setLineWidth(1);
        double visible = Math.max(0, x - HATCH_PX - height);
        double first = x - height + HATCH_PX * Math.floor((visible - (x - height)) / HATCH_PX);
        for (double at = first; at < Math.min(untilX, width); at += HATCH_PX) {
            double fromX = Math.max(at, x);
            double toX = Math.min(at + height, untilX);
            if (toX > fromX) {
                context.strokeLine(originX + fromX, y + height - (fromX - at), originX + toX, y + height - (toX - at));
            }
        }
    }

    void text(String text, double x, double middleY, Font font) {
        context.setFont(font);
        context.fillText(text, originX + x, middleY);
    }
}
