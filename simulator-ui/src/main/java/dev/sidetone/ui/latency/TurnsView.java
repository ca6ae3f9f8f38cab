package dev.sidetone.ui.latency;

import dev.sidetone.simulator.timeline.CallResult.Turn;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The scale, the words and the remarks that all rows of the turns share. On the FX thread. */
final class TurnsView {
    private static final int SHORT_CHARS = 9;
    private static final double SHORT_PX = 72;
    private static final double LONG_PX = 158;
    /** What the number, the time and a useful bar take. */
    private static final double BAR_PX = 250;

    private static final double LEAST_WORDS_PX = 120;
    private static final double MOST_WORDS_PX = 280;

    private final LatencyModel model;
    private TtfaScale scale = TtfaScale.reaching(0);
    private @Nullable Consumer<Turn> player;

    TurnsView(LatencyModel model) {
        this.model = model;
    }

    /** Takes the slowest turn into the scale; returns whether the scale changed. */
    boolean fit() {
        double slowestMs = model.turns().stream()
                .mapToDouble(turn -> turn.ttfaMs() == null ? 0 : turn.ttfaMs())
                .max()
                .orElse(0);
        TtfaScale fitting = TtfaScale.reaching(slowestMs);
        boolean changed = !fitting.equals(scale);
        scale = fitting;
        return changed;
    }

    TtfaScale scale() {
        return scale;
    }

    void playWith(Consumer<Turn> sound) {
        player = sound;
    }

    /** What plays a turn; null where nothing does. */
    @Nullable
    Consumer<Turn> player() {
        return player;
    }

    boolean hasWords() {
        return !model.wordsProperty().get().isEmpty();
    }

    /** What the caller said in a turn; empty where it is not known. */
    String words(Turn turn) {
        return model.wordsProperty().get().getOrDefault(turn.turn(), "");
    }

    /** What has to be said of a turn: what is wrong with it, or how it changed against the call that is compared with. */
    String remark(Turn turn) {
        return TurnCell.isPlain(turn) ? baseline().change(turn) : TurnCell.remark(turn, waiting());
    }

    /** The call that is compared with. */
    ComparedCall baseline() {
        return model.baselineProperty().get();
    }

    /** The width of the remarks, px: as the longest needs it; 0 without any. */
    double remarkPx() {
        int chars = model.turns().stream()
                .mapToInt(turn -> remark(turn).length())
                .max()
                .orElse(0);
        return chars == 0 ? 0 : chars <= SHORT_CHARS ? SHORT_PX : LONG_PX;
    }

    /** The width of the words, px, in a list of {@code listPx}; 0 where none are known, and where the bars need all the room. */
    double wordsPx(double listPx) {
        double free = listPx - remarkPx() - BAR_PX;
        return !hasWords() || free < LEAST_WORDS_PX ? 0 : Math.min(MOST_WORDS_PX, Math.rint(free / 2));
    }

    boolean isSplit() {
        return model.turns().stream().anyMatch(turn -> turn.parts().agentMs() != null);
    }

    /** The number of the turn whose answer is still possible, or 0. */
    int waiting() {
        return model.waitingProperty().get();
    }
}
