package dev.sidetone.ui.live;

import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.live.LiveState;
import dev.sidetone.simulator.live.number.SelectableNumber;
import dev.sidetone.ui.fx.Css;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/** The column of live mode: the steps to a number that rings the bridge, that number, and its calls. */
public final class LivePane extends VBox {
    private static final Set<LivePhase> SETUP = EnumSet.of(
            LivePhase.FINDING_ADDRESS,
            LivePhase.CHECKING_ADDRESS,
            LivePhase.READING_NUMBERS,
            LivePhase.CHOOSING,
            LivePhase.SETTING_NUMBER);
    private static final double DOT = 5;

    private final LiveModel model;

    /**
     * Creates the column.
     *
     * @param agent the control that chooses the agent
     * @param ask shows a dialog over the window
     * @param leave leaves live mode, after a dialog where calls run, and keeps this column in view
     */
    public LivePane(LiveModel model, Node agent, Consumer<Node> ask, Runnable leave) {
        this.model = model;
        getStyleClass().add("live-pane");
        Css.load(this, LivePane.class);
        Node putBack = new PutBackButton(model);
        putBack.setId("live-put-back-now");
        CallsPane calls = new CallsPane(model.calls(), ask);
        NumberChoicePane choose = new NumberChoicePane(model);
        VBox.setVgrow(calls, Priority.ALWAYS);
        VBox.setVgrow(choose, Priority.ALWAYS);
        Region floor = new Region();
        VBox.setVgrow(floor, Priority.SOMETIMES);
        getChildren()
                .addAll(
                        state(),
                        shown(new BeginPane(model, agent), atRest()),
                        shown(putBack, unrestored().and(atRest().or(in(EnumSet.of(LivePhase.CHOOSING))))),
                        shown(new SetupStepsPane(model), in(SETUP)),
                        shown(choose, in(EnumSet.of(LivePhase.CHOOSING))),
                        shown(
                                new LeftoverPane(model),
                                in(EnumSet.of(LivePhase.CHOOSING)).and(leftover())),
                        shown(new ReadyPane(model), in(EnumSet.of(LivePhase.READY, LivePhase.LEAVING))),
                        shown(calls, calls()),
                        floor,
                        shown(new SetupButtons(model, leave), in(SETUP).or(atRest())),
                        shown(new OutboundCallBar(model.calls()), in(EnumSet.of(LivePhase.READY))));
    }

    private Node state() {
        Circle dot = new Circle(DOT);
        dot.getStyleClass().add("dot");
        Label words = new Label();
        words.setId("live-state");
        words.getStyleClass().add("state");
        HBox row = new HBox(dot, words);
        row.getStyleClass().add("state-row");
        row.setAlignment(Pos.CENTER_LEFT);
        model.stateProperty().subscribe(now -> {
            words.setText(words(now));
            Css.mark(row, LivePhase.values(), now.disturbance() == null ? now.phase() : LivePhase.BROKEN);
        });
        return row;
    }

    private static String words(LiveState now) {
        return switch (now.phase()) {
            case OFF -> "Not live";
            case FINDING_ADDRESS -> "Looking for the address…";
            case CHECKING_ADDRESS -> "Checking the address…";
            case READING_NUMBERS -> "Reading the numbers…";
            case CHOOSING -> "Choose a number";
            case SETTING_NUMBER -> "Setting the number up…";
            case READY -> now.disturbance() == null ? "Live, ready for calls" : "Live, but calls do not arrive";
            case LEAVING -> now.inUse() == null ? "Leaving…" : "Putting the number back…";
            case BROKEN -> "Cannot go live";
        };
    }

    private BooleanBinding leftover() {
        return Bindings.createBooleanBinding(
                () -> {
                    SelectableNumber chosen = model.numberProperty().get();
                    return chosen != null && !chosen.leftover().isEmpty();
                },
                model.numberProperty());
    }

    private BooleanBinding unrestored() {
        return Bindings.createBooleanBinding(
                () -> model.unrestoredProperty().get() != null, model.unrestoredProperty());
    }

    private BooleanBinding atRest() {
        return Bindings.createBooleanBinding(
                () -> model.stateProperty().get().phase().isAtRest(), model.stateProperty());
    }

    private BooleanBinding in(Set<LivePhase> phases) {
        return Bindings.createBooleanBinding(
                () -> phases.contains(model.stateProperty().get().phase()), model.stateProperty());
    }

    /** The list of calls is shown while a number rings the bridge, and as long as there are calls. */
    private BooleanBinding calls() {
        return Bindings.createBooleanBinding(
                () -> {
                    LiveState now = model.stateProperty().get();
                    return now.phase() == LivePhase.READY
                            || (!now.calls().isEmpty() && !now.phase().isAtRest());
                },
                model.stateProperty());
    }

    private static Node shown(Node node, BooleanBinding when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
        return node;
    }
}
