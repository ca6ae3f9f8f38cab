package dev.sidetone.ui.timeline;

import java.util.List;

/** Draws what there is under the pointer: a line at the moment and a card beside it. Owned by the drawing, on the FX thread. */
final class HoverPainter {
    private static final double REACH_PX = 5;
    private static final int LINE_PX = 16;
    private static final int PADDING_PX = 7;
    private static final int APART_PX = 10;

    private final TimelineFonts texts;

    HoverPainter(TimelineFonts texts) {
        this.texts = texts;
    }

    /** {@code x} is the pointer's place right of the lanes' names. */
    void paint(TimelineGraphics graphics, Viewport view, LaneLayout lanes, CallAnnotations annotations, double x) {
        double ms = view.msAt(x);
        if (ms < 0 || ms > view.edgeMs()) {
            return;
        }
        graphics.fill(graphics.palette().half(TimelineColor.MUTED));
        graphics.box(Math.floor(x), lanes.callerY(), 1, lanes.axisY() - lanes.callerY());
        List<String> lines = HoverWords.at(annotations, ms, REACH_PX * view.msPerPx());
        double width = 2 * PADDING_PX
                + Math.ceil(lines.stream().mapToDouble(texts::width).max().orElse(0));
        double height = 2 * PADDING_PX - 2 + lines.size() * LINE_PX;
        card(graphics, lines, left(x, width, view.widthPx()), top(lanes, height), width, height);
    }

    /** Right of the pointer, or left of it where the right has no room. */
    static double left(double x, double width, double room) {
        double right = Math.floor(x) + APART_PX;
        double left = right + width <= room ? right : Math.floor(x) - APART_PX - width;
        return Math.max(0, Math.min(left, room - width));
    }

    private static double top(LaneLayout lanes, double height) {
        return Math.max(2, Math.min(lanes.callerY() + 4, lanes.height() - height - 2));
    }

    private void card(TimelineGraphics graphics, List<String> lines, double x, double y, double width, double height) {
        graphics.fill(graphics.palette().full(TimelineColor.BACKGROUND));
        graphics.roundBox(x, y, width, height);
        graphics.frame(x, y, width, height, graphics.palette().half(TimelineColor.MUTED));
        double middleY = y + PADDING_PX - 1 + LINE_PX / 2.0;
        for (String line : lines) {
            graphics.fill(graphics.palette()
                    .full(middleY < y + LINE_PX + PADDING_PX ? TimelineColor.TEXT : TimelineColor.MUTED));
            graphics.text(line, x + PADDING_PX, middleY, texts.plain());
            middleY += LINE_PX;
        }
    }
}
