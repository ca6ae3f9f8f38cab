package dev.sidetone.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.playback.PlayableCall;
import dev.sidetone.simulator.playback.RecordingPlayer;
import dev.sidetone.ui.selection.SelectionModel;
import dev.sidetone.ui.selection.SelectionModel.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Playing the call in view, on a speaker whose time the test owns. */
class PlayerModelTest {
    @TempDir
    private Path folder = Path.of("");

    private final SteppedStereoLine line = new SteppedStereoLine();
    private final List<String> speakers = new ArrayList<>();
    private final RecordingPlayer player = new RecordingPlayer(name -> {
        speakers.add(String.valueOf(name));
        return line;
    });
    private final SelectionModel selection = new SelectionModel();
    private final PlayerModel model = new PlayerModel(player, selection, new SimpleStringProperty("Headset"));

    @BeforeEach
    void aCallWithSound() throws Exception {
        model.show(new PlayableCall(KeptCallFolder.in(folder), 0), "");
    }

    @AfterEach
    void close() throws Exception {
        player.close();
        line.pass(0);
    }

    @Test
    void playingBeginsAtTheCursorAndThePlayheadMoves() throws Exception {
        selection.cursorMsProperty().set(1_000);
        model.toggle();
        line.pass(200);
        model.pull();

        assertThat(speakers).containsExactly("Headset");
        assertThat(model.playingProperty().get()).isTrue();
        assertThat(selection.playheadMsProperty().get()).isBetween(1_160.0, 1_200.0);
        assertThat(model.timeProperty().get()).isIn("00:01.1", "00:01.2");
    }

    @Test
    void aPauseLeavesTheCursorWhereTheEarWas() throws Exception {
        model.toggle();
        line.pass(400);
        model.toggle();
        model.pull();

        assertThat(model.playingProperty().get()).isFalse();
        assertThat(selection.cursorMsProperty().get()).isBetween(360.0, 400.0);
        assertThat(selection.playheadMsProperty().get()).isNaN();
    }

    @Test
    void aClickWhileItPlaysGoesOnThere() throws Exception {
        model.toggle();
        line.pass(100);
        selection.cursorMsProperty().set(3_000);
        line.pass(60);
        model.pull();

        assertThat(selection.playheadMsProperty().get()).isBetween(3_000.0, 3_060.0);
    }

    @Test
    void aDraggedSpanIsRepeated() throws Exception {
        selection.spanProperty().set(new Span(2_000, 2_100));
        selection.cursorMsProperty().set(500);
        model.toggle();
        for (int i = 0; i < 10; i++) {
            line.pass(60);
            model.pull();
            assertThat(selection.playheadMsProperty().get()).isBetween(2_000.0, 2_100.0);
        }
    }

    @Test
    void aTurnIsPlayedFromItsBeginningOn() throws Exception {
        selection.spanProperty().set(new Span(2_000, 2_100));
        model.playFrom(1_500);
        line.pass(40);
        model.pull();

        assertThat(selection.spanProperty().get()).isNull();
        assertThat(selection.playheadMsProperty().get()).isBetween(1_500.0, 1_540.0);
    }

    @Test
    void anotherCallStopsThePlayingAndOneWithoutSoundSaysWhy() throws Exception {
        model.toggle();
        line.pass(40);
        model.show(null, "A call can be played once it is over.");
        model.pull();

        assertThat(model.playingProperty().get()).isFalse();
        assertThat(model.whyNotProperty().get()).isEqualTo("A call can be played once it is over.");
        model.toggle();
        model.pull();
        assertThat(model.playingProperty().get()).isFalse();
    }
}
