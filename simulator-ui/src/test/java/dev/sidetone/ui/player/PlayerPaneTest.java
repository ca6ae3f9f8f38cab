package dev.sidetone.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.playback.PlayableCall;
import dev.sidetone.simulator.playback.RecordingPlayer;
import dev.sidetone.simulator.report.export.CallExport;
import dev.sidetone.ui.fx.TextDrawing;
import dev.sidetone.ui.selection.SelectionModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The line above the timeline, with real recordings and without a speaker. */
@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class PlayerPaneTest {
    @TempDir
    private Path folder = Path.of("");

    private final RecordingPlayer player = new RecordingPlayer(name -> {
        throw new DeviceProblem(DeviceProblem.Kind.MISSING, "There is no speaker.", "Plug one in.");
    });
    private final PlayerModel model = new PlayerModel(player, new SelectionModel(), new SimpleStringProperty());
    private final ExportModel export = new ExportModel(Checks::forOneCall);
    private @Nullable Path chosen;
    private final PlayerPane pane = onFx(() -> {
        PlayerPane made = new PlayerPane(model, export, () -> {}, (kind, name, over) -> chosen);
        Scene scene = new Scene(new StackPane(made), 700, 60);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return made;
    });

    @Test
    void withoutARecordingNothingCanBePressedAndTheReasonIsRead() {
        onFx(() -> {
            model.show(null, "A call can be played once it is over.");
            return true;
        });

        assertThat(play().isDisabled()).isTrue();
        assertThat(play().getAccessibleHelp()).isEqualTo("A call can be played once it is over.");
        assertThat(hint()).isEqualTo("A call can be played once it is over.");
        assertThat(menu().isDisabled()).isTrue();
    }

    @Test
    void aMachineWithoutASpeakerSaysSoAndPlaysNothing() throws Exception {
        Path call = KeptCallFolder.in(folder);
        onFx(() -> {
            model.show(new PlayableCall(call, 0), "");
            play().fire();
            return true;
        });
        WaitForAsyncUtils.waitFor(
                1,
                TimeUnit.MINUTES,
                () -> onFx(() -> {
                    model.pull();
                    return model.trouble() != null;
                }));

        assertThat(model.trouble())
                .isEqualTo("There is no speaker. Choose another speaker, or plug one in, and play again.");
        assertThat(play().getAccessibleText()).isEqualTo("Play");
    }

    @Test
    void everyKindOfFileIsWritten() throws Exception {
        Path call = KeptCallFolder.in(folder.resolve("calls"));
        show(call);
        for (CallExport kind : CallExport.values()) {
            Path file = folder.resolve(kind.fileName(call));
            export(kind, file);
            assertThat(file).isNotEmptyFile();
            assertThat(hint()).isEqualTo("Written: " + file.getFileName());
        }
        assertThat(Files.readString(folder.resolve(CallExport.CSV.fileName(call))))
                .contains("1,1000.000,2000.000,");
    }

    @Test
    void whatCannotBeWrittenIsSaidWithItsCure() throws Exception {
        show(KeptCallFolder.in(folder.resolve("calls")));
        export(CallExport.CSV, folder.resolve("no/such/turns.csv"));

        assertThat(export.trouble())
                .startsWith("The call was not exported. ")
                .endsWith("cannot be written: there is no such folder; choose another place.");
    }

    private void show(Path call) {
        onFx(() -> {
            export.folderProperty().set(call);
            return true;
        });
    }

    private void export(CallExport kind, Path file) throws Exception {
        chosen = file;
        onFx(() -> {
            item(kind).fire();
            return true;
        });
        WaitForAsyncUtils.waitFor(
                1, TimeUnit.MINUTES, () -> onFx(() -> !export.busyProperty().get()));
    }

    private MenuItem item(CallExport kind) {
        return menu().getItems().stream()
                .filter(item -> item.getText().startsWith(kind.title()))
                .findFirst()
                .orElseThrow();
    }

    private Button play() {
        return (Button) Objects.requireNonNull(pane.lookup("#play"));
    }

    private MenuButton menu() {
        return (MenuButton) Objects.requireNonNull(pane.lookup("#export"));
    }

    private String hint() {
        return ((Label) Objects.requireNonNull(pane.lookup("#play-hint"))).getText();
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, work);
    }
}
