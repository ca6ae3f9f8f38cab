package dev.sidetone.ui.app;

import dev.sidetone.simulator.report.OpenedCall;
import dev.sidetone.simulator.report.WatchedCall;
import dev.sidetone.ui.calls.ViewedCallPane;
import dev.sidetone.ui.inbound.RingBanner;
import dev.sidetone.ui.latency.MeasuringPointPane;
import dev.sidetone.ui.latency.NumbersPane;
import dev.sidetone.ui.notice.NoticePane;
import dev.sidetone.ui.player.PlayerPane;
import dev.sidetone.ui.player.SaveDialog;
import dev.sidetone.ui.settings.WindowPreferences;
import dev.sidetone.ui.timeline.TimelinePane;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The call in view: its figures and its timeline above, its lists below; the division between them is remembered. */
final class CallPane extends VBox {
    private static final String DIVIDER = "details-divider";
    private static final double USUAL_DIVIDER = 0.58;
    /** A lower pane, below a notice for instance, leaves out where the figures were taken. */
    private static final double ROOM_FOR_ALL_PX = 500;

    private final WindowModel model;
    private final TimelinePane timeline;
    private final MeasuringPointPane measured;
    private @Nullable WatchedCall drawn;

    CallPane(WindowModel model) {
        this.model = model;
        timeline = new TimelinePane(model.selection());
        measured = new MeasuringPointPane(model.latency());
        getStyleClass().add("call-side");
        SplitPane split = new SplitPane(timelineCard(), details());
        split.setOrientation(Orientation.VERTICAL);
        SplitPane.setResizableWithParent(split.getItems().get(1), false);
        rememberDivider(split, model.remembered());
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(new RingBanner(model.inbound()), new NoticePane(model.notice()), split);
        split.heightProperty().subscribe(height -> {
            boolean room = height.doubleValue() >= ROOM_FOR_ALL_PX;
            measured.setVisible(room);
            measured.setManaged(room);
        });
        model.selection().onReveal(part -> timeline.reveal(part.fromMs()));
    }

    private static void rememberDivider(SplitPane split, WindowPreferences remembered) {
        SplitPane.Divider divider = split.getDividers().get(0);
        divider.setPosition(number(remembered.get(DIVIDER, "")));
        divider.positionProperty()
                .addListener((property, before, now) -> remembered.put(DIVIDER, String.valueOf(now.doubleValue())));
    }

    private static double number(String text) {
        try {
            double position = Double.parseDouble(text);
            return position > 0 && position < 1 ? position : USUAL_DIVIDER;
        } catch (NumberFormatException e) {
            return USUAL_DIVIDER;
        }
    }

    private Region details() {
        DetailsPane details = new DetailsPane(model.lists(), model.selection());
        details.add(model.scenario(), model.selection().cursorMsProperty()::set);
        details.turns().onPlay(turn -> model.playback().player().playFrom(turn.callerStartAtMs()));
        VBox card = new VBox(details);
        card.getStyleClass().addAll("card", "details-card");
        VBox.setVgrow(card.getChildren().get(0), Priority.ALWAYS);
        return card;
    }

    private Region timelineCard() {
        VBox.setVgrow(timeline, Priority.ALWAYS);
        CallPlayback playback = model.playback();
        PlayerPane player = new PlayerPane(playback.player(), playback.export(), timeline::fit, SaveDialog.ofSystem());
        HBox.setHgrow(player, Priority.ALWAYS);
        ViewedCallPane viewed = new ViewedCallPane(model.calls());
        HBox head = new HBox(player);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(viewed, head, new NumbersPane(model.latency()), timeline, measured);
        card.getStyleClass().addAll("card", "timeline-card");
        return card;
    }

    /** Shows the whole call in the timeline. */
    void fit() {
        timeline.fit();
    }

    /** Gives the timeline the focus. */
    void focus() {
        timeline.requestFocus();
    }

    /** Draws the call in view. Called for every frame. */
    void pulse(long nowNs) {
        WatchedCall now = model.shownCall();
        if (now != drawn) {
            drawn = now;
            model.selection().clear();
            timeline.show(now == null ? null : now.timeline(), now instanceof OpenedCall);
        }
        timeline.pulse(nowNs);
    }
}
