package dev.sidetone.ui.sound;

import atlantafx.base.theme.Styles;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.ui.fx.TitleConverter;
import java.util.Locale;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** Selects microphone and speaker, shows their levels and switches echo cancellation. */
public final class SoundPane extends VBox {
    public SoundPane(SoundModel model) {
        getStyleClass().add("sound-pane");
        Node microphone = device(
                Material2MZ.MIC,
                picker("microphone", "Microphone", model.microphones(), model.microphoneProperty()),
                meter("microphone-level", model.saidProperty(), "What the caller says"));
        Node speaker = device(
                Material2MZ.VOLUME_UP,
                picker("speaker", "Speaker", model.speakers(), model.speakerProperty()),
                meter("speaker-level", model.heardProperty(), "What the caller hears"));
        getChildren()
                .addAll(
                        microphone,
                        speaker,
                        words("sound-absent", "absent", model.absentProperty()),
                        words("sound-trouble", "trouble", model.troubleProperty()),
                        lastRow(model));
    }

    private static Node lastRow(SoundModel model) {
        HBox row = new HBox(echoSwitch(model), gap(), testButton(model));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Label words(String id, String style, ReadOnlyStringProperty text) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.textProperty().bind(text);
        label.visibleProperty().bind(text.isNotEmpty());
        label.managedProperty().bind(text.isNotEmpty());
        return label;
    }

    private static Button testButton(SoundModel model) {
        Button test = new Button("Test");
        test.setId("sound-test");
        test.getStyleClass().add(Styles.SMALL);
        test.setMinWidth(Region.USE_PREF_SIZE);
        test.setTooltip(new Tooltip("Plays a tone on the speaker and shows the microphone's level for three seconds"));
        test.setOnAction(pressed -> model.test());
        test.disableProperty().bind(model.busyProperty().or(model.testingProperty()));
        return test;
    }

    private static Node device(Ikon icon, ComboBox<String> picker, LevelBar meter) {
        VBox right = new VBox(picker, meter);
        right.getStyleClass().add("right");
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox row = new HBox(new FontIcon(icon), right);
        row.getStyleClass().add("device");
        return row;
    }

    private static LevelBar meter(String id, ReadOnlyDoubleProperty dbm0, String what) {
        LevelBar meter = new LevelBar(dbm0);
        meter.setId(id);
        Tooltip.install(meter, new Tooltip(what + "; the line marks −45 dBm0, from where it counts as speech"));
        return meter;
    }

    private static CheckBox echoSwitch(SoundModel model) {
        CheckBox echo = new CheckBox("Echo cancellation");
        echo.setId("echo-cancellation");
        echo.getStyleClass().add("echo-switch");
        echo.setTooltip(new Tooltip(
                "Takes the speaker's sound out of the microphone's, if it is found there. Headphones are better."));
        echo.selectedProperty().bindBidirectional(model.echoCancellationProperty());
        echo.disableProperty().bind(model.busyProperty());
        return echo;
    }

    private static ComboBox<String> picker(
            String id, String kind, ObservableList<String> names, StringProperty chosen) {
        ComboBox<String> picker = new ComboBox<>(names);
        picker.setId(id);
        picker.setAccessibleText(kind);
        picker.setMaxWidth(Double.MAX_VALUE);
        picker.setConverter(new TitleConverter<>(device -> name(kind, device)));
        picker.setVisibleRowCount(8);
        chosen.subscribe(name -> picker.getSelectionModel().select(name));
        picker.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                chosen.set(now);
            }
        });
        return picker;
    }

    /** A device's name; the default device has none. */
    private static String name(String kind, String device) {
        return device.equals(SoundModel.DEFAULT)
                ? "Default " + kind.toLowerCase(Locale.ROOT)
                : ForeignText.line(device);
    }
}
