package dev.sidetone.ui.timeline;

import dev.sidetone.ui.timeline.CallWords.WordsAnnotation;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws the words of both sides under their turns, cut to the room that they have there. It cuts them again only when the annotations or the scale
 * change. Owned by the {@link TimelinePainter}, on the FX thread.
 */
final class WordsPainter {
    /** The space between words and a line beside them. */
    static final int APART_PX = 4;

    private static final int LEAST_PX = 28;
    /** Longer words are cut: more than that nobody reads in a picture. */
    private static final double MOST_PX = 640;

    private final TimelineFonts fonts;
    private List<PlacedWords> placed = List.of();
    private boolean stale = true;
    private double msPerPx;

    /** Words with the columns at which they begin and must have ended. */
    record PlacedWords(boolean caller, long column, double roomPx, String text) {}

    WordsPainter(TimelineFonts fonts) {
        this.fonts = fonts;
    }

    /** Cuts the words again at the next picture. */
    void invalidate() {
        stale = true;
    }

    void paint(TimelineGraphics graphics, Viewport view, LaneLayout lanes, CallAnnotations annotations) {
        if (stale || msPerPx != view.msPerPx()) {
            stale = false;
            msPerPx = view.msPerPx();
            placed = place(annotations.words(), msPerPx);
        }
        for (PlacedWords words : placed) {
            double x = words.column() - view.leftColumn();
            if (lanes.hasWords(words.caller()) && x + words.roomPx() >= 0 && x <= view.widthPx()) {
                paint(graphics, view, lanes, words, x);
            }
        }
    }

    private void paint(TimelineGraphics graphics, Viewport view, LaneLayout lanes, PlacedWords words, double x) {
        double shownX = Math.max(0, x);
        double room = Math.min(x + words.roomPx(), view.widthPx()) - shownX;
        if (room < LEAST_PX) {
            return;
        }
        String text = fonts.fitting(words.text(), room);
        graphics.fill(graphics.palette().full(words.caller() ? TimelineColor.CALLER : TimelineColor.AGENT));
        graphics.text(text, shownX, lanes.wordsY(words.caller()), fonts.plain());
    }

    /** The words for which there is room at this scale. */
    static List<PlacedWords> place(List<WordsAnnotation> words, double msPerPx) {
        List<PlacedWords> placed = new ArrayList<>();
        for (WordsAnnotation one : words) {
            long column = (long) Math.floor(one.fromMs() / msPerPx) + APART_PX;
            double room = Math.min(MOST_PX, Math.floor(one.untilMs() / msPerPx) - APART_PX - column);
            if (room >= LEAST_PX) {
                placed.add(new PlacedWords(one.caller(), column, room, "“" + one.text() + "”"));
            }
        }
        return placed;
    }
}
