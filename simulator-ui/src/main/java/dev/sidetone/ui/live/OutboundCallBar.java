package dev.sidetone.ui.live;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.live.E164;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** The field and the button for a call from the number in use. */
final class OutboundCallBar extends VBox {
    OutboundCallBar(LiveCallsModel model) {
        getStyleClass().add("outbound");
        TextField field = new TextField();
        field.setId("live-callee");
        field.setAccessibleText("Number to call");
        field.setPromptText("+14155550123");
        field.textProperty().bindBidirectional(model.calleeProperty());
        field.setOnAction(entered -> model.call());
        HBox.setHgrow(field, Priority.ALWAYS);
        Button call = new Button("Call", new FontIcon(Material2AL.CALL));
        call.setId("live-call");
        call.getStyleClass().add(Styles.SUCCESS);
        call.setMinWidth(Region.USE_PREF_SIZE);
        call.setOnAction(pressed -> model.call());
        call.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !E164.problem(model.calleeProperty().get()).isEmpty(), model.calleeProperty()));
        HBox bar = new HBox(field, call);
        bar.getStyleClass().add("bar");
        getChildren().addAll(bar, hint(model));
    }

    /** The hint is always there, so that nothing moves while a person types. */
    private static Label hint(LiveCallsModel model) {
        Label hint = new Label();
        hint.setId("live-callee-hint");
        hint.getStyleClass().add("hint");
        model.calleeProperty()
                .subscribe(typed -> hint.setText(
                        typed.isBlank()
                                ? "Calls from this number; the agent speaks."
                                : shortened(E164.problem(typed))));
        return hint;
    }

    private static String shortened(String problem) {
        int comma = problem.indexOf(", " + E164.EXAMPLE);
        return comma < 0 ? problem : problem.substring(0, comma);
    }
}
