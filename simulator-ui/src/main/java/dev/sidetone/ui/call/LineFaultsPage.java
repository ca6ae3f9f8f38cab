package dev.sidetone.ui.call;

import dev.sidetone.ui.fx.FormPage;
import dev.sidetone.ui.fx.FormRow;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The page with a switch for every fault of the line, its value and its time. */
final class LineFaultsPage {
    private static final double NAME_WIDTH = 150;
    private static final double FIELD_WIDTH = 96;

    private LineFaultsPage() {}

    static FormPage of(List<FaultSwitch> faults) {
        FormPage page = new FormPage("options-faults", "Line faults");
        page.add(OptionRows.hint(
                "A value left empty is the usual one. A time, as in 5s, counts from the stream's start, of a webhook's"
                        + " fault from the call's; where it is left empty, the seed chooses it."));
        faults.forEach(fault -> page.add(row(fault)));
        return page;
    }

    private static Node row(FaultSwitch fault) {
        CheckBox on = new CheckBox(fault.name());
        on.setId("fault-" + fault.name());
        on.setMnemonicParsing(false);
        on.setAccessibleHelp(fault.effect());
        on.setMinWidth(NAME_WIDTH);
        on.setPrefWidth(NAME_WIDTH);
        on.selectedProperty().bindBidirectional(fault.onProperty());
        HBox fields = new HBox(on);
        fields.getStyleClass().add("form-fields");
        TextField value = fault.usual().isEmpty() ? null : field(fault, "value", fault.usual());
        add(fields, value, fault);
        TextField at = field(fault, "at", "at, as 5s");
        at.textProperty().bindBidirectional(fault.atProperty());
        at.disableProperty().bind(fault.onProperty().not());
        fields.getChildren().add(at);
        VBox row = new VBox(
                fields,
                FormRow.wrapped(fault.effect(), "form-hint"),
                FormRow.problem(fault.problemBinding(), "fault-" + fault.name() + "-problem"));
        row.getStyleClass().add("fault-row");
        return row;
    }

    private static void add(HBox fields, @Nullable TextField value, FaultSwitch fault) {
        if (value != null) {
            value.textProperty().bindBidirectional(fault.valueProperty());
            value.disableProperty().bind(fault.onProperty().not());
            fields.getChildren().add(value);
        }
    }

    private static TextField field(FaultSwitch fault, String what, String prompt) {
        TextField field = FormRow.named(new TextField(), "fault-" + fault.name() + "-" + what, prompt);
        field.setAccessibleText(what.equals("at") ? "When " + fault.name() + " begins" : "Value of " + fault.name());
        field.setPrefWidth(FIELD_WIDTH);
        return field;
    }
}
