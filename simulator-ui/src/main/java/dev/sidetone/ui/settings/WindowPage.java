package dev.sidetone.ui.settings;

import dev.sidetone.ui.fx.FormPage;
import dev.sidetone.ui.fx.FormRow;
import dev.sidetone.ui.fx.SegmentedControl;
import java.nio.file.Path;
import java.util.function.BiFunction;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2MZ;

/** The page about the window itself: theme, bands and the folder of recordings. Stateless. */
public final class WindowPage {
    private WindowPage() {}

    /** {@code picker} asks for a folder: the node that asks, and the folder to begin with; null for none. */
    public static FormPage of(
            ThemeModel theme,
            BandsModel bands,
            RecordingsFolder recordings,
            BiFunction<Node, Path, @Nullable Path> picker) {
        SegmentedControl<Theme> themes = new SegmentedControl<>(theme.choiceProperty());
        themes.add(Theme.LIGHT, Theme.LIGHT.title(), Material2MZ.WB_SUNNY, "theme-light");
        themes.add(Theme.DARK, Theme.DARK.title(), Material2MZ.NIGHTS_STAY, "theme-dark");
        themes.add(Theme.SYSTEM, Theme.SYSTEM.title(), Material2MZ.SETTINGS_BRIGHTNESS, "theme-system");
        return new FormPage("settings-window", "Window")
                .add(
                        new FormRow("Theme", themes),
                        new FormRow("Bands of TTFA, ms", bands(bands))
                                .explained(
                                        "Green, amber and orange up to so many milliseconds, and red beyond. Findings and"
                                                + " verdicts keep their own thresholds.")
                                .judged(bands.problemProperty(), "bands-problem"),
                        new FormRow("Recordings", folder(recordings, picker))
                                .explained(
                                        "The next calls are kept there; those in the folder before stay where they are."));
    }

    private static Node bands(BandsModel bands) {
        Button usual = new Button("Usual");
        usual.setId("bands-usual");
        usual.setOnAction(pressed -> bands.reset());
        HBox row = new HBox(
                band("bands-good", "Green up to", bands.goodProperty()),
                band("bands-target", "Amber up to", bands.targetProperty()),
                band("bands-limit", "Orange up to", bands.limitProperty()),
                usual);
        row.getStyleClass().add("setting-line");
        return row;
    }

    private static TextField band(String id, String name, StringProperty value) {
        TextField field = FormRow.named(new TextField(), id, "ms");
        field.setAccessibleText(name + ", ms");
        field.setPrefColumnCount(5);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private static Node folder(RecordingsFolder recordings, BiFunction<Node, Path, @Nullable Path> picker) {
        Label folder = FormRow.wrapped("", "setting-folder");
        folder.setId("recordings-folder");
        folder.textProperty().bind(recordings.shownProperty());
        Button choose = new Button("Choose…");
        choose.setId("recordings-choose");
        choose.setOnAction(pressed -> {
            Path chosen = picker.apply(choose, recordings.folder());
            if (chosen != null) {
                recordings.use(chosen);
            }
        });
        Button usual = new Button("Back to the usual one");
        usual.setId("recordings-usual");
        usual.setOnAction(pressed -> recordings.useUsual());
        usual.disableProperty().bind(recordings.usualBinding());
        HBox buttons = new HBox(choose, usual);
        buttons.getStyleClass().add("setting-line");
        VBox all = new VBox(folder, buttons);
        all.getStyleClass().add("form-content");
        return all;
    }
}
