package dev.sidetone.ui.app;

import dev.sidetone.simulator.phone.ScenarioTarget;
import dev.sidetone.simulator.phone.Softphone;
import dev.sidetone.ui.call.CallModel;
import dev.sidetone.ui.scenario.ScenarioModel;
import dev.sidetone.ui.settings.WindowPreferences;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/** Connects scenarios to the rest of the window: what they are played with, the files that are remembered, and files that are dropped. */
final class ScenarioWiring {
    private static final String RECENT = "recent-scenarios";
    private static final String AS_WRITTEN = "scenario-as-written";

    private ScenarioWiring() {}

    static ScenarioModel model(Softphone phone, CallModel call, WindowPreferences remembered) {
        ScenarioModel model = new ScenarioModel(phone, () -> target(call), call::targetTrouble);
        remembered.get(RECENT, "").lines().forEach(line -> restore(line, model));
        model.recent().addListener((ListChangeListener<Path>) change -> remembered.put(
                RECENT, model.recent().stream().map(Path::toString).collect(Collectors.joining("\n"))));
        PreferenceBindings.remember(remembered, AS_WRITTEN, model.asWrittenProperty());
        return model;
    }

    private static void restore(String line, ScenarioModel model) {
        try {
            model.recent().add(Path.of(line));
        } catch (InvalidPathException damaged) {
            // A line of the preferences that somebody changed: the file can be opened again by hand.
        }
    }

    private static ScenarioTarget target(CallModel call) {
        String speaker = call.speakerProperty().get();
        return new ScenarioTarget(
                call.server(),
                call.agentProperty().get().agent(),
                speaker == null || speaker.isEmpty() ? null : speaker);
    }

    /** Opens a scenario that is dropped onto {@code window}. */
    static void takeDrops(Node window, ScenarioModel model) {
        window.addEventHandler(DragEvent.DRAG_OVER, over -> {
            if (dropped(over) != null) {
                over.acceptTransferModes(TransferMode.COPY);
            }
        });
        window.addEventHandler(DragEvent.DRAG_DROPPED, drop -> {
            Path file = dropped(drop);
            if (file != null) {
                model.open(file);
            }
            drop.setDropCompleted(file != null);
        });
    }

    private static @Nullable Path dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        return files == null
                ? null
                : files.stream()
                        .map(File::toPath)
                        .filter(ScenarioModel::isScenario)
                        .findFirst()
                        .orElse(null);
    }
}
