package dev.sidetone.ui.timeline;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Draws a line at the pointer's moment and a card that describes it. Owned by the {@link TimelinePainter}, on the FX thread. */
final class HoverCard {
    private static final double REACH_PX = 5;
    private static final int LINE_PX = 16;
    private static final int PADDING_PX = 7;
    private static final int APART_PX = 10;

    private final TimelineFonts fonts;

    HoverCard(TimelineFonts fonts) {
        this.fonts = fonts;
    }

    /**
     * {@code x} is the pointer's place, counted from the right edge of the lanes' names; {@code queuedMs} gives what is queued at a moment.
     */
    void paint(
            TimelineGraphics graphics,
            Viewport view,
            LaneLayout lanes,
            CallAnnotations annotations,
            DoubleUnaryOperator queuedMs,
            double x) {
        double ms = view.msAt(x);
        if (ms < view.startMs() || ms > view.edgeMs()) {
            return;
        }
        graphics.fill(graphics.palette().half(TimelineColor.MUTED));
        graphics.box(Math.floor(x), lanes.callerY(), 1, lanes.axisY() - lanes.callerY());
        List<String> lines = lines(annotations, ms, REACH_PX * view.msPerPx());
        double queued = queuedMs.applyAsDouble(ms);
        if (queued >= 1) {
            lines.add("queued " + QueuePainter.length(queued));
        }
        double width = 2 * PADDING_PX
                + Math.ceil(lines.stream().mapToDouble(fonts::width).max().orElse(0));
        double height = 2 * PADDING_PX - 2 + lines.size() * LINE_PX;
        card(graphics, lines, left(x, width, view.widthPx()), top(lanes, height), width, height);
    }

    /** Returns the card's left edge: right of the pointer, or left of it where there is no space. */
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
            graphics.text(line, x + PADDING_PX, middleY, fonts.plain());
            middleY += LINE_PX;
        }
    }

    /** Returns the time, then one line per annotation there; a point in time counts within {@code reachMs}. */
    static List<String> lines(CallAnnotations annotations, double ms, double reachMs) {
        List<String> lines = new ArrayList<>();
        lines.add(TimeAxis.exactTime(ms));
        for (Turn turn : annotations.result().turns()) {
            turn(turn, ms, reachMs, lines);
        }
        for (BargeIn bargeIn : annotations.result().bargeIns()) {
            bargeIn(bargeIn, ms, reachMs, lines);
        }
        for (CallAnnotations.ClearAnnotation clear : annotations.clears()) {
            clear(clear, ms, reachMs, lines);
        }
        for (CallResult.Key key : annotations.result().dtmf()) {
            if (near(key.atMs(), ms, reachMs)) {
                lines.add("key " + key.digit());
            }
        }
        for (CallAnnotations.MarkAnnotation mark : annotations.marks()) {
            if (near(mark.atMs(), ms, reachMs) && lines.size() < 6) {
                lines.add("mark " + mark.name() + (mark.heard() ? ", heard" : ", returned by a clear"));
            }
        }
        return lines;
    }

    private static void turn(Turn turn, double ms, double reachMs, List<String> lines) {
        String name = "turn " + turn.turn();
        double endMs = turn.callerEndAtMs();
        if (ms >= turn.callerStartAtMs() && ms <= endMs) {
            lines.add(name + ": the caller speaks" + (turn.early() ? ", answered before the end" : ""));
        }
        Double audibleAtMs = turn.firstAudibleAtMs();
        Double ttfaMs = turn.ttfaMs();
        if (audibleAtMs != null && ttfaMs != null && ms >= endMs - reachMs && ms <= audibleAtMs + reachMs) {
            lines.add(name + ": TTFA " + AnnotationLabels.ms(ttfaMs) + (turn.judged() ? "" : ", not judged"));
            String split = TurnSplit.words(turn);
            if (!split.isEmpty()) {
                lines.add(split);
            }
        }
    }

    private static void bargeIn(BargeIn bargeIn, double ms, double reachMs, List<String> lines) {
        Double silenceMs = bargeIn.silenceMs();
        Double clearMs = bargeIn.clearMs();
        double latestMs = Math.max(silenceMs == null ? 0 : silenceMs, clearMs == null ? 0 : clearMs);
        if (ms >= bargeIn.onsetAtMs() - reachMs && ms <= bargeIn.onsetAtMs() + latestMs + reachMs) {
            lines.add("barge-in"
                    + (clearMs == null ? ", no clear" : ", clear after " + AnnotationLabels.ms(clearMs))
                    + (silenceMs == null ? "" : ", silent after " + AnnotationLabels.ms(silenceMs)));
        }
    }

    private static void clear(CallAnnotations.ClearAnnotation clear, double ms, double reachMs, List<String> lines) {
        if (ms > clear.silentAtMs() + reachMs && ms <= clear.silentAtMs() + clear.discardedMs()) {
            lines.add("would have been heard" + AnnotationLabels.discarded(clear.discardedMs()));
        } else if (near(clear.atMs(), ms, reachMs)) {
            lines.add("clear" + AnnotationLabels.discarded(clear.discardedMs()));
        }
    }

    private static boolean near(double one, double other, double reachMs) {
        return Math.abs(one - other) <= reachMs;
    }
}
