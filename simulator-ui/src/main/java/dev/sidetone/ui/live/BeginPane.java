package dev.sidetone.ui.live;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The fields with which live mode begins, and the problem that stopped it the last time. */
final class BeginPane extends VBox {
    private static final String EMPTY =
            "Empty: ngrok or cloudflared is found if it runs here, and else a tunnel is opened with NGROK_AUTHTOKEN.";
    private static final String PROMISE =
            "A real number of your Twilio account rings the agent here, and its calls are shown on this screen. "
                    + "Nothing is changed before you have chosen the number, and what was set is put back when you leave.";

    BeginPane(LiveModel model, Node agent) {
        getStyleClass().add("begin");
        Label promise = Labels.wrapped(PROMISE, "hint");
        promise.setId("live-promise");
        Node failed = new SetupStepsPane(model);
        ObjectBinding<@Nullable Trouble> trouble = trouble(model);
        Node box = new TroubleBox(trouble);
        getChildren()
                .addAll(
                        promise,
                        Labels.section("Agent that answers", agent, agentTrouble(model)),
                        Labels.section("Public address", address(model), hint(model)),
                        failed,
                        box);
        failed.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.stateProperty().get().phase() == LivePhase.BROKEN, model.stateProperty()));
        failed.managedProperty().bind(failed.visibleProperty());
        promise.visibleProperty().bind(Bindings.createBooleanBinding(() -> trouble.get() == null, trouble));
        promise.managedProperty().bind(promise.visibleProperty());
    }

    private static Label agentTrouble(LiveModel model) {
        Label label = Labels.wrapped("", "hint");
        label.setId("live-agent-trouble");
        label.getStyleClass().add(Styles.WARNING);
        model.agentProperty().subscribe(offer -> {
            Trouble trouble = offer.trouble();
            label.setText(trouble == null ? "" : trouble.what() + " " + trouble.cure());
            label.setVisible(trouble != null);
        });
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private static TextField address(LiveModel model) {
        TextField field = new TextField();
        field.setId("live-address");
        field.setAccessibleText("Public address");
        field.setPromptText("found by itself");
        field.textProperty().bindBidirectional(model.publicUrlProperty());
        field.setOnAction(entered -> model.begin());
        return field;
    }

    private static Label hint(LiveModel model) {
        Label hint = Labels.wrapped("", "hint");
        hint.setId("live-address-hint");
        model.publicUrlProperty().subscribe(typed -> {
            String problem = PublicUrlInput.problem(typed);
            hint.setText(problem.isEmpty() ? EMPTY : problem);
            hint.getStyleClass().remove(Styles.WARNING);
            if (!problem.isEmpty()) {
                hint.getStyleClass().add(Styles.WARNING);
            }
        });
        return hint;
    }

    /** A number that could not be restored matters more than any other problem. */
    private static ObjectBinding<@Nullable Trouble> trouble(LiveModel model) {
        return Bindings.createObjectBinding(
                () -> model.unrestoredProperty().get() == null
                        ? model.stateProperty().get().trouble()
                        : model.unrestoredProperty().get(),
                model.unrestoredProperty(),
                model.stateProperty());
    }
}
