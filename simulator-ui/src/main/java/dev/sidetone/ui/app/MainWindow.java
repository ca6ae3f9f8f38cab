package dev.sidetone.ui.app;

import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.simulator.report.WatchedCall;
import dev.sidetone.ui.call.AgentPicker;
import dev.sidetone.ui.call.CallButtons;
import dev.sidetone.ui.call.DialPane;
import dev.sidetone.ui.events.EventsPane;
import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.keypad.KeypadPane;
import dev.sidetone.ui.latency.MeasuringPointPane;
import dev.sidetone.ui.latency.NumbersPane;
import dev.sidetone.ui.latency.TurnsPane;
import dev.sidetone.ui.live.LiveModel.Place;
import dev.sidetone.ui.live.LivePane;
import dev.sidetone.ui.notice.NoticePane;
import dev.sidetone.ui.recordings.DeleteDialog;
import dev.sidetone.ui.recordings.RecordingsPane;
import dev.sidetone.ui.sound.SoundPane;
import dev.sidetone.ui.timeline.TimelinePane;
import dev.sidetone.ui.welcome.WelcomePane;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Arranges all panes of the window and connects them to the {@link WindowModel}. */
final class MainWindow extends StackPane {
    private static final String WELCOMED = "welcomed";
    private static final Set<Phase> ON_THE_PHONE = EnumSet.of(Phase.DIALLING, Phase.IN_CALL, Phase.HANGING_UP);

    /**
     * Whose style sheets the whole window shares. Their selectors begin with a class of their pane. One set of sheets means that JavaFX looks
     * up a style once in the window and not once in each pane, which makes the window open and change its theme faster.
     */
    private static final List<Class<?>> SHEETS = List.of(
            MainWindow.class,
            SoundPane.class,
            RecordingsPane.class,
            EventsPane.class,
            CallButtons.class,
            KeypadPane.class,
            NumbersPane.class,
            MeasuringPointPane.class,
            TurnsPane.class,
            NoticePane.class);

    private final WindowModel model;
    private final TimelinePane timeline = new TimelinePane();
    private final LiveModeExit liveModeExit;
    private @Nullable WatchedCall drawn;

    MainWindow(WindowModel model) {
        this.model = model;
        getStyleClass().add("main-window");
        SHEETS.forEach(type -> Css.load(this, type));
        getStylesheets().add(TimelinePane.STYLESHEET);
        BorderPane page = new BorderPane();
        liveModeExit = new LiveModeExit(model.live(), getChildren()::add);
        page.setTop(new HeaderPane(model.theme(), liveModeExit.selectedProperty(), modeFixed(), this::welcome));
        HBox body = new HBox(phone(), call());
        body.getStyleClass().add("page");
        swap(body, body.getChildren().get(0), live());
        page.setCenter(body);
        getChildren().add(page);
        if (!Boolean.parseBoolean(model.remembered().get(WELCOMED, "false"))) {
            welcome();
        }
    }

    private Node phone() {
        KeypadPane keypad = new KeypadPane(model.keypad());
        VBox.setVgrow(keypad, Priority.ALWAYS);
        VBox phone = new VBox(
                new DialPane(model.call()), keypad, new SoundPane(model.sound()), new CallButtons(model.call()));
        phone.getStyleClass().addAll("phone", "card");
        return phone;
    }

    private Node live() {
        AgentPicker agent = new AgentPicker(model.call(), "live-agent");
        LivePane live = new LivePane(model.live(), agent, getChildren()::add, liveModeExit::cancel);
        live.getStyleClass().addAll("phone", "card");
        return live;
    }

    private void swap(HBox body, Node phone, Node live) {
        model.live().placeProperty().addListener((property, before, now) -> body.getChildren()
                .set(0, now == Place.LIVE ? live : phone));
    }

    /** True while the mode cannot change: during a simulated call, and while live mode is being left. */
    private BooleanBinding modeFixed() {
        return Bindings.createBooleanBinding(
                () -> ON_THE_PHONE.contains(model.call().phaseProperty().get())
                        || model.live().stateProperty().get().phase() == LivePhase.LEAVING,
                model.call().phaseProperty(),
                model.live().stateProperty());
    }

    private Node call() {
        EventsPane events = new EventsPane(model.events());
        events.onJump(timeline::center);
        HBox lower = new HBox(new TurnsPane(model.latency()), events);
        lower.getStyleClass().add("lower");
        lower.getChildren().forEach(pane -> {
            ((Region) pane).setMinWidth(0);
            ((Region) pane).setPrefWidth(0);
            HBox.setHgrow(pane, Priority.ALWAYS);
        });
        VBox.setVgrow(lower, Priority.ALWAYS);
        VBox call = new VBox(
                new NoticePane(model.notice()),
                timelineCard(),
                new NumbersPane(model.latency()),
                new MeasuringPointPane(model.latency()),
                lower);
        call.getStyleClass().add("call-side");
        HBox.setHgrow(call, Priority.ALWAYS);
        return call;
    }

    private Region timelineCard() {
        Label title = new Label("Timeline");
        title.getStyleClass().add("card-title");
        VBox.setVgrow(timeline, Priority.ALWAYS);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, new RecordingsPane(model.recordings(), this::confirmDelete));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(head, timeline);
        card.getStyleClass().addAll("card", "timeline-card");
        return card;
    }

    /** Draws the call in view. Called for every frame. */
    void pulse(long nowNs) {
        WatchedCall now = model.shownCall();
        if (now != drawn) {
            drawn = now;
            timeline.show(now == null ? null : now.timeline());
        }
        timeline.pulse(nowNs);
    }

    /** Returns whether the window stays open until the number is restored; {@code close} then closes it. */
    boolean delayClose(Runnable close) {
        return liveModeExit.close(close);
    }

    private void welcome() {
        if (lookup("#welcome") == null) {
            getChildren()
                    .add(new WelcomePane(
                            model.call().phaseProperty(), model.call()::callPractice, () -> model.remembered()
                                    .put(WELCOMED, "true")));
        }
    }

    private void confirmDelete() {
        getChildren().add(new DeleteDialog(model.recordings()));
    }
}
