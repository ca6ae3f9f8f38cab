package dev.sidetone.ui.app;

import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.ui.call.AgentPicker;
import dev.sidetone.ui.call.CallButtons;
import dev.sidetone.ui.call.FilePicker;
import dev.sidetone.ui.call.OptionsDialog;
import dev.sidetone.ui.calls.CallListPane;
import dev.sidetone.ui.calls.ComparisonPane;
import dev.sidetone.ui.calls.ViewedCallPane;
import dev.sidetone.ui.details.SidePane;
import dev.sidetone.ui.events.EventsPane;
import dev.sidetone.ui.findings.FindingsPane;
import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.fx.FxThread;
import dev.sidetone.ui.fx.Overlay;
import dev.sidetone.ui.keypad.KeypadPane;
import dev.sidetone.ui.latency.MeasuringPointPane;
import dev.sidetone.ui.latency.NumbersPane;
import dev.sidetone.ui.latency.TurnsPane;
import dev.sidetone.ui.live.LiveModel.Place;
import dev.sidetone.ui.live.LivePane;
import dev.sidetone.ui.notice.NoticePane;
import dev.sidetone.ui.player.PlayerPane;
import dev.sidetone.ui.sound.SoundPane;
import dev.sidetone.ui.timeline.TimelinePane;
import dev.sidetone.ui.transcript.TranscriptPane;
import dev.sidetone.ui.welcome.WelcomePane;
import dev.sidetone.ui.wire.WirePane;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** Arranges all panes of the window and connects them to the {@link WindowModel}. */
final class MainWindow extends StackPane {
    private static final String WELCOMED = "welcomed";
    private static final Set<Phase> ON_THE_PHONE =
            EnumSet.of(Phase.RINGING, Phase.DIALLING, Phase.IN_CALL, Phase.HANGING_UP);

    /**
     * Whose style sheets the whole window shares. Their selectors begin with a class of their pane. One set of sheets means that JavaFX looks
     * up a style once in the window and not once in each pane, which makes the window open and change its theme faster.
     */
    private static final List<Class<?>> SHEETS = List.of(
            MainWindow.class,
            SoundPane.class,
            CallListPane.class,
            ViewedCallPane.class,
            ComparisonPane.class,
            PlayerPane.class,
            EventsPane.class,
            CallButtons.class,
            KeypadPane.class,
            NumbersPane.class,
            TimelinePane.class,
            MeasuringPointPane.class,
            TurnsPane.class,
            FindingsPane.class,
            WirePane.class,
            TranscriptPane.class,
            SidePane.class,
            NoticePane.class);

    private final WindowModel model;
    private final CallPane call;
    private final LiveModeExit liveModeExit;

    MainWindow(WindowModel model) {
        this.model = model;
        getStyleClass().add("main-window");
        BorderPane page = new BorderPane();
        liveModeExit = new LiveModeExit(model.live(), getChildren()::add);
        HeaderPane header = new HeaderPane(
                model.theme(), liveModeExit.selectedProperty(), modeFixed(), this::settings, this::welcome);
        header.getChildren()
                .add(
                        header.getChildren().size() - 2,
                        new ComparisonPane(model.calls().comparison()));
        page.setTop(header);
        call = new CallPane(model);
        HBox.setHgrow(call, Priority.ALWAYS);
        PhonePane phone = new PhonePane(model, this::options);
        RailFolding folding = new RailFolding(model.remembered());
        folding.follow(widthProperty());
        HBox body =
                new HBox(new CallListPane(model.calls(), folding.foldedProperty(), getChildren()::add), call, phone);
        body.getStyleClass().add("page");
        swap(body, phone, live());
        page.setCenter(body);
        getChildren().add(page);
        model.remedies().open(this::options, this::settings);
        model.call().phaseProperty().addListener((property, before, now) -> {
            if (ON_THE_PHONE.contains(before) && now == Phase.READY) {
                FxThread.afterLayout(this, this::lookAtTheCall);
            }
        });
        ScenarioWiring.takeDrops(this, model.scenario());
        if (!Boolean.parseBoolean(model.remembered().get(WELCOMED, "false"))) {
            welcome();
        }
    }

    /** Gives {@code scene} the style sheets of the window's panes. */
    static void style(Scene scene) {
        Css.load(scene, SHEETS);
    }

    private Node live() {
        AgentPicker agent = new AgentPicker(model.call(), "live-agent");
        LivePane live = new LivePane(model.live(), agent, getChildren()::add, liveModeExit::cancel);
        live.getStyleClass().addAll("phone", "card");
        return live;
    }

    private void swap(HBox body, Node phone, Node live) {
        model.live().placeProperty().addListener((property, before, now) -> body.getChildren()
                .set(body.getChildren().size() - 1, now == Place.LIVE ? live : phone));
    }

    /** True while the mode cannot change: during a simulated call, and while live mode is being left. */
    private BooleanBinding modeFixed() {
        return Bindings.createBooleanBinding(
                () -> ON_THE_PHONE.contains(model.call().phaseProperty().get())
                        || model.live().stateProperty().get().phase() == LivePhase.LEAVING,
                model.call().phaseProperty(),
                model.live().stateProperty());
    }

    /** Draws the call in view. Called for every frame. */
    void pulse(long nowNs) {
        call.pulse(nowNs);
    }

    /** Returns whether the window stays open until the number is restored; {@code close} then closes it. */
    boolean delayClose(Runnable close) {
        return liveModeExit.close(close);
    }

    /** The window's keys, which {@code keys} lists. */
    Shortcuts shortcuts() {
        Shortcuts keys = new Shortcuts();
        keys.withControl(KeyCode.ENTER, "Call, or hang up", model.call()::callOrHangUp);
        keys.withControl(KeyCode.M, "Mute, or unmute", model.call()::mute);
        keys.alone(KeyCode.SPACE, "Play the call in view from the cursor, or pause", () -> model.playback()
                .player()
                .toggle());
        keys.alone(KeyCode.N, "Next problem of the call", model.lists().findings()::next);
        keys.alone(KeyCode.P, "Previous problem", model.lists().findings()::previous);
        keys.alone(KeyCode.DIGIT0, "Show the whole call, while no keypad is in use", this::fit);
        keys.elsewhere("0–9 * #", "Keypad, during a call");
        keys.elsewhere("T", "Speak while it is held, with push-to-talk");
        keys.elsewhere(Shortcuts.withControl(KeyCode.C), "Copy the selected row");
        keys.withControl(KeyCode.COMMA, "Settings", this::settings);
        keys.alone(KeyCode.F1, "Show these keys", () -> getChildren().add(new ShortcutsDialog(keys.all())));
        return keys;
    }

    /** After a call the keys are those of its picture: a button that was pressed in it, or that took its place, would answer Space else. */
    private void lookAtTheCall() {
        if (getScene() != null
                && !Overlay.isOpenIn(getScene())
                && !(getScene().getFocusOwner() instanceof TextInputControl)) {
            call.focus();
        }
    }

    private void fit() {
        if (!model.keypad().usableProperty().get()) {
            call.fit();
        }
    }

    private void welcome() {
        if (lookup("#welcome") == null) {
            getChildren()
                    .add(new WelcomePane(
                            model.call().phaseProperty(), model.call()::callPractice, () -> model.remembered()
                                    .put(WELCOMED, "true")));
        }
    }

    /** Opens the settings. */
    void settings() {
        if (lookup("#settings-dialog") == null) {
            getChildren().add(model.settings().dialog());
        }
    }

    /** Opens the options of a call. */
    void options() {
        if (lookup("#options-dialog") == null) {
            getChildren().add(new OptionsDialog(model.call(), FilePicker.OF_THIS_SYSTEM));
        }
    }
}
