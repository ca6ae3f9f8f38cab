package dev.sidetone.ui.scenario;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.phone.ScenarioState;
import dev.sidetone.simulator.scenario.Verdict;
import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.fx.ElidedLabel;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Opens, plays and shows a scenario, and makes one of the call in view. */
public final class ScenarioPane extends VBox {
    private final ScenarioModel model;
    private final ScenarioChooser files;
    private final ListView<ScenarioRow> list;
    private DoubleConsumer jump = atMs -> {};

    public ScenarioPane(ScenarioModel model, ScenarioChooser files) {
        this.model = model;
        this.files = files;
        getStyleClass().add("scenario-pane");
        Css.load(this, ScenarioPane.class);
        list = new ListView<>(model.rows());
        list.setId("scenario-steps");
        list.setAccessibleText("The scenario's steps");
        list.setAccessibleHelp("Enter or a double click shows a step's moment in the timeline");
        list.setCellFactory(view -> new ScenarioCell());
        list.setPlaceholder(placeholder());
        list.setOnMouseClicked(clicked -> jumpIf(clicked.getClickCount() == 2));
        list.setOnKeyPressed(pressed -> jumpIf(pressed.getCode() == KeyCode.ENTER));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(buttons(), outcome(), list);
        model.rows().addListener((ListChangeListener<ScenarioRow>) change -> follow());
    }

    /** Sets the receiver of the time, ms, of a step that is double-clicked or selected with Enter. */
    public void onJump(DoubleConsumer to) {
        jump = to;
    }

    private void jumpIf(boolean requested) {
        ScenarioRow chosen = list.getSelectionModel().getSelectedItem();
        Double atMs = requested && chosen != null ? chosen.atMs() : null;
        if (atMs != null) {
            jump.accept(atMs);
        }
    }

    /** Keeps the step in view that runs. */
    private void follow() {
        for (int i = 0; i < model.rows().size(); i++) {
            if (model.rows().get(i).mark() == ScenarioRow.Mark.RUNS) {
                list.scrollTo(Math.max(0, i - 2));
            }
        }
    }

    private FlowPane buttons() {
        FlowPane bar = new FlowPane(open(), play(), written(), make());
        bar.getStyleClass().add("bar");
        return bar;
    }

    private SplitMenuButton open() {
        SplitMenuButton open = new SplitMenuButton();
        open.setText("Open…");
        open.setId("scenario-open");
        open.setGraphic(new FontIcon(Material2AL.FOLDER_OPEN));
        open.setTooltip(
                new Tooltip("Open a scenario, or drop its file onto the window; the arrow lists the last ones"));
        open.setOnAction(pressed -> {
            Path file = files.toOpen();
            if (file != null) {
                model.open(file);
            }
        });
        model.recent().addListener((ListChangeListener<Path>) change -> list(open));
        model.stateProperty().subscribe(state -> open.setDisable(state.playing()));
        list(open);
        return open;
    }

    private void list(SplitMenuButton open) {
        open.getItems().setAll(model.recent().stream().map(this::item).toList());
        if (open.getItems().isEmpty()) {
            MenuItem none = new MenuItem("None was opened yet");
            none.setDisable(true);
            open.getItems().add(none);
        }
    }

    private MenuItem item(Path file) {
        MenuItem item = new MenuItem(ScenarioWords.name(file));
        item.setMnemonicParsing(false);
        item.setOnAction(chosen -> model.open(file));
        return item;
    }

    private Button play() {
        Button play = new Button();
        play.setId("scenario-play");
        play.setOnAction(pressed -> {
            if (model.stateProperty().get().playing()) {
                model.cancel();
            } else {
                model.play();
            }
        });
        model.playableProperty().subscribe(playable -> dress(play));
        model.stateProperty().subscribe(state -> dress(play));
        return play;
    }

    private void dress(Button play) {
        ScenarioState state = model.stateProperty().get();
        play.setText(state.playing() ? "Cancel" : state.verdict() == null ? "Play" : "Play again");
        play.setGraphic(new FontIcon(state.playing() ? Material2MZ.STOP : Material2MZ.PLAY_ARROW));
        play.setDisable(!state.playing() && !model.playableProperty().get());
        play.getStyleClass().remove(Styles.ACCENT);
        if (!play.isDisabled() && !state.playing()) {
            play.getStyleClass().add(Styles.ACCENT);
        }
    }

    private CheckBox written() {
        CheckBox written = new CheckBox("Agent or server as the file says");
        written.setId("scenario-as-written");
        written.setMinWidth(Region.USE_PREF_SIZE);
        written.setTooltip(new Tooltip("Otherwise it is played with what is chosen under Call, at the right"));
        written.selectedProperty().bindBidirectional(model.asWrittenProperty());
        return written;
    }

    private Button make() {
        Button make = button("scenario-make", "Make one of this call", Material2AL.ADD);
        make.setTooltip(
                new Tooltip("Writes a scenario that plays the call in view again; it must be over and recorded"));
        make.disableProperty().bind(model.recordingProperty().isNull());
        make.setOnAction(pressed -> {
            Path recording = model.recordingProperty().get();
            Path yaml = recording == null ? null : files.toWrite(recording.getFileName() + ".yaml");
            if (yaml != null) {
                model.make(yaml);
            }
        });
        return make;
    }

    private static Button button(String id, String name, Ikon icon) {
        Button button = new Button(name, new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private VBox outcome() {
        ElidedLabel name = new ElidedLabel("name");
        name.setId("scenario-name");
        Label outcome = new Label();
        outcome.setId("scenario-outcome");
        outcome.getStyleClass().add("outcome");
        outcome.setWrapText(true);
        outcome.setMinHeight(Region.USE_PREF_SIZE);
        Label obstacle = new Label();
        obstacle.setId("scenario-obstacle");
        obstacle.getStyleClass().add("obstacle");
        obstacle.setWrapText(true);
        obstacle.setMinHeight(Region.USE_PREF_SIZE);
        obstacle.textProperty().bind(model.obstacleProperty());
        obstacle.visibleProperty().bind(model.obstacleProperty().isNotEmpty());
        obstacle.managedProperty().bind(obstacle.visibleProperty());
        VBox box = new VBox(name, outcome, obstacle);
        box.managedProperty().bind(box.visibleProperty());
        model.stateProperty().subscribe(state -> {
            box.setVisible(state.file() != null || state.problem() != null);
            name.setText(ScenarioWords.name(state));
            outcome.setText(ScenarioWords.outcome(state));
            Css.mark(outcome, Verdict.values(), ScenarioWords.mark(state));
        });
        return box;
    }

    private static Label placeholder() {
        Label label = new Label("Open a scenario, drop its file here, or make one of a recorded call.");
        label.setWrapText(true);
        label.getStyleClass().add("placeholder");
        return label;
    }
}
