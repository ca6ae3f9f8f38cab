package dev.sidetone.ui.timeline;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws on whole pixels right of the lanes' names, in the colours of a theme. Owned by the drawing, on the FX thread. */
final class TimelineGraphics {
    private static final int DASH_PX = 3;
    private static final int HATCH_PX = 7;
    private static final double ROUND_PX = 7;

    private final GraphicsContext graphics;
    private final double originX;
    private Palette palette;

    /** {@code originX} is where the picture begins on the canvas. */
    TimelineGraphics(GraphicsContext graphics, Palette palette, double originX) {
        this.graphics = graphics;
        this.palette = palette;
        this.originX = originX;
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.LEFT);
    }

    void use(Palette colors) {
        palette = colors;
    }

    Palette palette() {
        return palette;
    }

    void fill(Color color) {
        graphics.setFill(color);
    }

    void box(double x, double y, double width, double height) {
        graphics.fillRect(originX + x, y, width, height);
    }

    void roundBox(double x, double y, double width, double height) {
        graphics.fillRoundRect(originX + x, y, width, height, ROUND_PX, ROUND_PX);
    }

    void frame(double x, double y, double width, double height, Color color) {
        graphics.setStroke(color);
        graphics.setLineWidth(1);
        graphics.strokeRoundRect(originX + x + 0.5, y + 0.5, width - 1, height - 1, ROUND_PX, ROUND_PX);
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

    void dot(double x, double y, double radius) {
        graphics.fillOval(originX + x + 0.5 - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** Slanted lines from {@code x} to {@code untilX}, of which only those between 0 and {@code width} are drawn. */
    void hatch(double x, double untilX, double y, double height, double width, Color color) {
        graphics.setStroke(color);
        graphics.setLineWidth(1);
        double visible = Math.max(0, x - HATCH_PX - height);
        double first = x - height + HATCH_PX * Math.floor((visible - (x - height)) / HATCH_PX);
        for (double at = first; at < Math.min(untilX, width); at += HATCH_PX) {
            double fromX = Math.max(at, x);
            double toX = Math.min(at + height, untilX);
            if (toX > fromX) {
                graphics.strokeLine(originX + fromX, y + height - (fromX - at), originX + toX, y + height - (toX - at));
            }
        }
    }

    void text(String text, double x, double middleY, Font font) {
        graphics.setFont(font);
        graphics.fillText(text, originX + x, middleY);
    }
}
