package dev.sidetone.ui.scenario;

import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.simulator.phone.ScenarioPlayer;
import dev.sidetone.simulator.phone.ScenarioState;
import dev.sidetone.simulator.phone.ScenarioTarget;
import dev.sidetone.simulator.phone.Softphone;
import dev.sidetone.simulator.report.WatchedCall;
import dev.sidetone.simulator.timeline.CallResult;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The scenario that is open and what became of it, and the commands. On the FX thread; {@link #pull} runs at every pulse. */
public final class ScenarioModel {
    private static final int MOST_RECENT = 8;

    private final Softphone phone;
    private final ScenarioPlayer player;
    private final Supplier<ScenarioTarget> chosen;
    private final Supplier<String> whyNot;
    private final ReadOnlyObjectWrapper<ScenarioState> state;
    private final ReadOnlyBooleanWrapper playable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Path> recording = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty asWritten = new SimpleBooleanProperty();
    private final ObservableList<ScenarioRow> rows = FXCollections.observableArrayList();
    private final ObservableList<Path> recent = FXCollections.observableArrayList();

    /**
     * @param chosen against what is played where the file does not decide that
     * @param whyNot why that cannot be called, or an empty text
     */
    public ScenarioModel(Softphone phone, Supplier<ScenarioTarget> chosen, Supplier<String> whyNot) {
        this.phone = phone;
        this.chosen = chosen;
        this.whyNot = whyNot;
        this.player = new ScenarioPlayer(phone);
        this.state = new ReadOnlyObjectWrapper<>(player.now());
    }

    /** Updates from the player; {@code shown} is the call in view. */
    public void pull(@Nullable WatchedCall shown) {
        ScenarioState now = player.now();
        obstacle.set(asWritten.get() || now.scenario() == null || now.playing() ? "" : whyNot.get());
        boolean free = !now.playing() && phone.now().phase() == Phase.READY;
        playable.set(free && now.scenario() != null && obstacle.get().isEmpty());
        recording.set(shown == null || !shown.isOver() ? null : folder(shown.result()));
        if (!now.equals(state.get())) {
            state.set(now);
            show(ScenarioRow.of(now));
        }
    }

    /** Sets only changed rows, so that the list keeps its position and selection. */
    private void show(List<ScenarioRow> now) {
        if (now.size() < rows.size()) {
            rows.remove(now.size(), rows.size());
        }
        for (int i = 0; i < now.size(); i++) {
            if (i == rows.size()) {
                rows.add(now.get(i));
            } else if (!rows.get(i).equals(now.get(i))) {
                rows.set(i, now.get(i));
            }
        }
    }

    private static @Nullable Path folder(CallResult result) {
        CallResult.Kept kept = result.recording();
        String folder = kept == null || !kept.kept() ? null : kept.folder();
        try {
            return folder == null ? null : Path.of(folder);
        } catch (InvalidPathException unlike) {
            return null;
        }
    }

    /** Whether {@code file} looks like a scenario by its name. */
    public static boolean isScenario(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** Opens a file, unless a scenario is being played. */
    public void open(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        player.open(whole);
        remember(whole);
    }

    private void remember(Path file) {
        List<Path> all = new ArrayList<>(recent);
        all.remove(file);
        all.add(0, file);
        recent.setAll(all.subList(0, Math.min(MOST_RECENT, all.size())));
    }

    /** Plays what is open, if the phone is free. */
    public void play() {
        ScenarioTarget target = chosen.get();
        player.play(asWritten.get() ? ScenarioTarget.asWritten(target.speaker()) : target);
    }

    /** Hangs up, and plays no more before somebody says so. */
    public void cancel() {
        player.cancel();
    }

    /** Makes a scenario of the call in view and opens it. */
    public void make(Path yaml) {
        Path from = recording.get();
        if (from != null) {
            Path file = isScenario(yaml) ? yaml : yaml.resolveSibling(yaml.getFileName() + ".yaml");
            player.make(from, file.toAbsolutePath());
            remember(file.toAbsolutePath());
        }
    }

    /** Closes the file. */
    public void close() {
        player.close();
    }

    public ReadOnlyObjectProperty<ScenarioState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The steps, then what is expected of the whole call. */
    public ObservableList<ScenarioRow> rows() {
        return rows;
    }

    /** The files that were opened last, the latest first. */
    public ObservableList<Path> recent() {
        return recent;
    }

    /** Whether {@link #play} would play. */
    public ReadOnlyBooleanProperty playableProperty() {
        return playable.getReadOnlyProperty();
    }

    /** Why what is chosen cannot be called, with the cure; empty if it can, or is not asked. */
    public ReadOnlyStringProperty obstacleProperty() {
        return obstacle.getReadOnlyProperty();
    }

    /** Whether the file decides against what it is played, and not the phone's column. */
    public BooleanProperty asWrittenProperty() {
        return asWritten;
    }

    /** The recording of the call in view, of which a scenario can be made; null while there is none. */
    public ReadOnlyObjectProperty<@Nullable Path> recordingProperty() {
        return recording.getReadOnlyProperty();
    }
}
