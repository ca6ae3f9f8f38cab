package dev.sidetone.ui.timeline;

import java.util.List;

/** Draws what there is under the pointer: a line at the moment and a card beside it. Owned by the drawing, on the FX thread. */
final class HoverPainter {
    private static final double REACH_PX = 5;
    private static final int LINE_PX = 16;
    private static final int PADDING_PX = 7;
    private static final int APART_PX = 10;

    private final Texts texts;

    HoverPainter(Texts texts) {
        this.texts = texts;
    }

    /** {@code x} is the pointer's place right of the lanes' names. */
    void paint(Pen pen, TimelineView view, Rows rows, CallSigns signs, double x) {
        double ms = view.msAt(x);
        if (ms < 0 || ms > view.edgeMs()) {
            return;
        }
        pen.fill(pen.palette().half(Ink.MUTED));
        pen.box(Math.floor(x), rows.callerY(), 1, rows.axisY() - rows.callerY());
        List<String> lines = HoverWords.at(signs, ms, REACH_PX * view.msPerPx());
        double width = 2 * PADDING_PX
                + Math.ceil(lines.stream().mapToDouble(texts::width).max().orElse(0));
        double height = 2 * PADDING_PX - 2 + lines.size() * LINE_PX;
        card(pen, lines, left(x, width, view.widthPx()), top(rows, height), width, height);
    }

    /** Right of the pointer, or left of it where the right has no room. */
    static double left(double x, double width, double room) {
        double right = Math.floor(x) + APART_PX;
        double left = right + width <= room ? right : Math.floor(x) - APART_PX - width;
        return Math.max(0, Math.min(left, room - width));
    }

    private static double top(Rows rows, double height) {
        return Math.max(2, Math.min(rows.callerY() + 4, rows.height() - height - 2));
    }

    private void card(Pen pen, List<String> lines, double x, double y, double width, double height) {
        pen.fill(pen.palette().full(Ink.BACKGROUND));
        pen.roundBox(x, y, width, height);
        pen.frame(x, y, width, height, pen.palette().half(Ink.MUTED));
        double middleY = y + PADDING_PX - 1 + LINE_PX / 2.0;
        for (String line : lines) {
            pen.fill(pen.palette().full(middleY < y + LINE_PX + PADDING_PX ? Ink.TEXT : Ink.MUTED));
            pen.text(line, x + PADDING_PX, middleY, texts.plain());
            middleY += LINE_PX;
        }
    }
}
