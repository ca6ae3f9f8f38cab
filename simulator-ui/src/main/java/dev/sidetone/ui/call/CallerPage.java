package dev.sidetone.ui.call;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.ui.call.CallModel.Voice;
import dev.sidetone.ui.fx.FormPage;
import dev.sidetone.ui.fx.FormRow;
import dev.sidetone.ui.fx.SegmentedControl;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The page that chooses who speaks: the microphone, the demo caller, sound files, or a recorded call. */
final class CallerPage {
    private CallerPage() {}

    static FormPage of(CallModel model, FilePicker picker) {
        SegmentedControl<Voice> who = new SegmentedControl<>(model.voiceProperty());
        who.add(Voice.MICROPHONE, "Microphone", Material2MZ.MIC, "option-voice-microphone");
        who.add(Voice.DEMO, "Demo caller", Material2MZ.RECORD_VOICE_OVER, "option-voice-demo");
        who.add(Voice.FILES, "Files", Material2AL.AUDIOTRACK, "option-voice-files");
        return new FormPage("options-caller", "Caller")
                .add(
                        new FormRow("Who speaks", who),
                        new FormRow("Files", files(model, picker))
                                .explained(
                                        "Sound files are spoken one after the other, each when the agent has finished;"
                                                + " of a recorded call its caller speaks again."),
                        OptionRows.text(model.options(), OptionField.GAP),
                        OptionRows.flag(model.options(), OptionFlag.SPEAK_EARLY));
    }

    private static Node files(CallModel model, FilePicker picker) {
        Label chosen = FormRow.wrapped("", "form-hint");
        chosen.setId("caller-chosen");
        model.options()
                .files()
                .subscribe(() -> chosen.setText(list(model.options().files())));
        chosen.setText(list(model.options().files()));
        Button sounds = new Button("Choose sound files…", new FontIcon(Material2AL.AUDIOTRACK));
        sounds.setId("caller-sounds");
        sounds.setOnAction(pressed -> take(model, picker.sounds(sounds)));
        Button call = new Button("Choose a recorded call…", new FontIcon(Material2AL.FOLDER_OPEN));
        call.setId("caller-recorded");
        call.setOnAction(pressed -> {
            Path folder = picker.folder(call, "The folder of a recorded call", model.recordings());
            take(model, folder == null ? List.of() : List.of(folder));
        });
        HBox buttons = new HBox(sounds, call);
        buttons.getStyleClass().add("form-fields");
        VBox all = new VBox(buttons, chosen);
        all.getStyleClass().add("form-fields");
        return all;
    }

    private static void take(CallModel model, List<Path> chosen) {
        if (!chosen.isEmpty()) {
            model.options().files().setAll(chosen.stream().map(Path::toString).toList());
            model.voiceProperty().set(Voice.FILES);
        }
    }

    private static String list(List<String> files) {
        return files.isEmpty()
                ? "None chosen."
                : String.join("\n", files.stream().map(ForeignText::line).toList());
    }
}
