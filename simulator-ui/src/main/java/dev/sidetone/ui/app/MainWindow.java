package dev.sidetone.ui.app;

import dev.sidetone.simulator.WatchedCall;
import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.ui.call.AgentPicker;
import dev.sidetone.ui.call.CallButtons;
import dev.sidetone.ui.call.DialPane;
import dev.sidetone.ui.events.EventsPane;
import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.keypad.KeypadPane;
import dev.sidetone.ui.latency.MeasuredPane;
import dev.sidetone.ui.latency.NumbersPane;
import dev.sidetone.ui.latency.TurnsPane;
import dev.sidetone.ui.live.LiveModel.Place;
import dev.sidetone.ui.live.LivePane;
import dev.sidetone.ui.notice.NoticePane;
import dev.sidetone.ui.recordings.DeleteQuestion;
import dev.sidetone.ui.recordings.RecordingsBar;
import dev.sidetone.ui.sound.SoundPane;
import dev.sidetone.ui.timeline.TimelinePane;
import dev.sidetone.ui.welcome.WelcomePane;
import java.util.EnumSet;
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

/** Where every pane has its place. */
final class MainWindow extends StackPane {
    private static final String WELCOMED = "welcomed";
    private static final Set<Phase> ON_THE_PHONE = EnumSet.of(Phase.DIALLING, Phase.IN_CALL, Phase.HANGING_UP);

    private final Desk desk;
    private final TimelinePane timeline = new TimelinePane();
    private final WayOut wayOut;
    private @Nullable WatchedCall drawn;

    MainWindow(Desk desk) {
        this.desk = desk;
        getStyleClass().add("main-window");
        Css.dress(this, MainWindow.class);
        getStylesheets().add(TimelinePane.STYLESHEET);
        BorderPane page = new BorderPane();
        wayOut = new WayOut(desk.live(), getChildren()::add);
        page.setTop(new Header(desk.theme(), wayOut.wantedProperty(), busy(), this::welcome));
        HBox body = new HBox(phone(), call());
        body.getStyleClass().add("page");
        swap(body, body.getChildren().get(0), live());
        page.setCenter(body);
        getChildren().add(page);
        if (!Boolean.parseBoolean(desk.remembered().get(WELCOMED, "false"))) {
            welcome();
        }
    }

    private Node phone() {
        KeypadPane keypad = new KeypadPane(desk.keypad());
        VBox.setVgrow(keypad, Priority.ALWAYS);
        VBox phone =
                new VBox(new DialPane(desk.call()), keypad, new SoundPane(desk.sound()), new CallButtons(desk.call()));
        phone.getStyleClass().addAll("phone", "card");
        return phone;
    }

    private Node live() {
        AgentPicker agent = new AgentPicker(desk.call(), "live-agent");
        LivePane live = new LivePane(desk.live(), agent, getChildren()::add, wayOut::cancel);
        live.getStyleClass().addAll("phone", "card");
        return live;
    }

    private void swap(HBox body, Node phone, Node live) {
        desk.live().placeProperty().addListener((property, before, now) -> body.getChildren()
                .set(0, now == Place.LIVE ? live : phone));
    }

    /** A simulated call is hung up before one goes live, and what is being left cannot be left again. */
    private BooleanBinding busy() {
        return Bindings.createBooleanBinding(
                () -> ON_THE_PHONE.contains(desk.call().phaseProperty().get())
                        || desk.live().stateProperty().get().phase() == LivePhase.LEAVING,
                desk.call().phaseProperty(),
                desk.live().stateProperty());
    }

    private Node call() {
        EventsPane events = new EventsPane(desk.events());
        events.onJump(timeline::lookAt);
        HBox lower = new HBox(new TurnsPane(desk.latency()), events);
        lower.getStyleClass().add("lower");
        lower.getChildren().forEach(pane -> {
            ((Region) pane).setMinWidth(0);
            ((Region) pane).setPrefWidth(0);
            HBox.setHgrow(pane, Priority.ALWAYS);
        });
        VBox.setVgrow(lower, Priority.ALWAYS);
        VBox call = new VBox(
                new NoticePane(desk.notice()),
                timelineCard(),
                new NumbersPane(desk.latency()),
                new MeasuredPane(desk.latency()),
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
        HBox head = new HBox(title, gap, new RecordingsBar(desk.recordings(), this::askToDelete));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(head, timeline);
        card.getStyleClass().addAll("card", "timeline-card");
        return card;
    }

    /** Draws the call in view; with every picture. */
    void pulse(long nowNs) {
        WatchedCall now = desk.shownCall();
        if (now != drawn) {
            drawn = now;
            timeline.show(now == null ? null : now.timeline());
        }
        timeline.pulse(nowNs);
    }

    /** Whether the window stays until the number is put back; {@code close} then closes it. */
    boolean staysUntil(Runnable close) {
        return wayOut.close(close);
    }

    private void welcome() {
        if (lookup("#welcome") == null) {
            getChildren()
                    .add(new WelcomePane(desk.call().phaseProperty(), desk.call()::callPractice, () -> desk.remembered()
                            .put(WELCOMED, "true")));
        }
    }

    private void askToDelete() {
        getChildren().add(new DeleteQuestion(desk.recordings()));
    }
}
