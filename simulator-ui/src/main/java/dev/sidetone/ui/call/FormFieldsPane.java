package dev.sidetone.ui.call;

import atlantafx.base.theme.Styles;
import dev.sidetone.ui.fx.FormRow;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** The further form fields of a webhook, a row each with its name and value, and a button for one more. */
final class FormFieldsPane extends VBox {
    private final OptionsModel options;
    private final VBox rows = new VBox();

    FormFieldsPane(OptionsModel options) {
        this.options = options;
        getStyleClass().add("form-fields");
        rows.getStyleClass().add("form-fields");
        Button add = new Button("Add a field", new FontIcon(Material2AL.ADD));
        add.setId("parameter-add");
        add.setOnAction(pressed -> {
            options.addParameter();
            rows.getChildren()
                    .get(rows.getChildren().size() - 1)
                    .lookup(".text-field")
                    .requestFocus();
        });
        getChildren().addAll(rows, add);
        options.parameters().addListener((ListChangeListener<FormField>) this::changed);
        fill();
    }

    /** A change of a row's own text, which the list reports too, must not take the field away from who types. */
    private void changed(ListChangeListener.Change<? extends FormField> change) {
        boolean rowsDiffer = false;
        while (change.next()) {
            rowsDiffer |= change.wasAdded() || change.wasRemoved();
        }
        if (rowsDiffer) {
            fill();
        }
    }

    private void fill() {
        rows.getChildren().setAll(options.parameters().stream().map(this::row).toList());
    }

    private Node row(FormField field) {
        TextField name = FormRow.named(new TextField(), "parameter-name", "name");
        name.setAccessibleText("Name of a form field");
        name.textProperty().bindBidirectional(field.nameProperty());
        TextField value = FormRow.named(new TextField(), "parameter-value", "value");
        value.setAccessibleText("Value of a form field");
        value.textProperty().bindBidirectional(field.valueProperty());
        HBox.setHgrow(value, Priority.ALWAYS);
        Button remove = new Button(null, new FontIcon(Material2AL.CLOSE));
        remove.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        remove.setAccessibleText("Remove this form field");
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setOnAction(pressed -> options.parameters().remove(field));
        HBox fields = new HBox(name, value, remove);
        fields.getStyleClass().add("form-fields");
        return new VBox(fields, FormRow.problem(field.problemBinding(), "parameter-problem"));
    }
}
