package dev.sidetone.ui.player;

import dev.sidetone.simulator.playback.LoopedPart;
import dev.sidetone.simulator.playback.PlayableCall;
import dev.sidetone.simulator.playback.Playing;
import dev.sidetone.simulator.playback.RecordingPlayer;
import dev.sidetone.simulator.report.Figures;
import dev.sidetone.ui.selection.SelectionModel;
import dev.sidetone.ui.selection.SelectionModel.Span;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * Plays the call in view from the cursor on, and repeats a dragged span. A click while it plays goes on there; a pause leaves the cursor where the ear
 * was. On the FX thread; {@link #pull} runs at every pulse.
 */
public final class PlayerModel {
    private final RecordingPlayer player;
    private final SelectionModel selection;
    private final ObservableValue<@Nullable String> speaker;
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper whyNot = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper(Figures.clock(0));
    private @Nullable PlayableCall call;
    private @Nullable String trouble;

    /** {@code speaker} is the name of the one to play on, null for the machine's default. */
    public PlayerModel(RecordingPlayer player, SelectionModel selection, ObservableValue<@Nullable String> speaker) {
        this.player = player;
        this.selection = selection;
        this.speaker = speaker;
        selection.spanProperty().addListener((property, before, now) -> player.repeat(looped(now)));
        selection.cursorMsProperty().addListener((property, before, now) -> moved(now.doubleValue()));
    }

    /** Has this call to play; null has none, for the reason {@code why}, a sentence. */
    public void show(@Nullable PlayableCall now, String why) {
        if (now == null || !now.equals(call)) {
            call = now;
            player.stop();
            trouble = null;
        }
        whyNot.set(now == null ? why : "");
    }

    /** Updates from the player. */
    public void pull() {
        Playing now = player.now();
        boolean on = now.isOn() && call != null;
        playing.set(on);
        if (on) {
            trouble = null;
            selection.playheadMsProperty().set(now.atMs());
        } else {
            trouble = call == null ? null : now.trouble();
            selection.playheadMsProperty().set(SelectionModel.NOWHERE);
        }
        double cursorMs = selection.cursorMsProperty().get();
        time.set(Figures.clock(on ? now.atMs() : Double.isNaN(cursorMs) ? 0 : cursorMs));
    }

    /** Plays from the cursor on, or pauses. */
    public void toggle() {
        if (playing.get()) {
            pause();
        } else {
            double cursorMs = selection.cursorMsProperty().get();
            start(Double.isNaN(cursorMs) ? 0 : cursorMs);
        }
    }

    /** Plays from a moment on, which becomes the cursor's; a dragged span is given up. */
    public void playFrom(double ms) {
        selection.spanProperty().set(null);
        selection.cursorMsProperty().set(ms);
        if (!playing.get()) {
            start(ms);
        }
    }

    private void start(double wantedMs) {
        PlayableCall now = call;
        if (now == null) {
            return;
        }
        LoopedPart part = looped(selection.spanProperty().get());
        double fromMs =
                part != null && (wantedMs < part.fromMs() || wantedMs >= part.toMs()) ? part.fromMs() : wantedMs;
        player.play(now, fromMs, part, speaker.getValue());
        playing.set(true);
    }

    private void pause() {
        double atMs = player.now().atMs();
        player.stop();
        playing.set(false);
        selection.cursorMsProperty().set(atMs);
    }

    private void moved(double ms) {
        if (playing.get() && !Double.isNaN(ms)) {
            player.moveTo(ms);
        }
    }

    private static @Nullable LoopedPart looped(@Nullable Span span) {
        return span == null ? null : new LoopedPart(span.fromMs(), span.toMs());
    }

    /** Whether it plays. */
    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Why there is nothing to play, a sentence; empty where there is. */
    public ReadOnlyStringProperty whyNotProperty() {
        return whyNot.getReadOnlyProperty();
    }

    /** What is heard, or else where playing would begin, on the call's clock. */
    public ReadOnlyStringProperty timeProperty() {
        return time.getReadOnlyProperty();
    }

    /** Why the playing ended, with the cure, in sentences; null without trouble. */
    public @Nullable String trouble() {
        return trouble;
    }
}
