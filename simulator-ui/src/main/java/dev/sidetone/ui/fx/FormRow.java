package dev.sidetone.ui.fx;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One row of a form: the name at the left, the control at the right, and below that what it is for and what is wrong with it. */
public final class FormRow extends HBox {
    private static final double NAME_WIDTH = 150;

    private final VBox right = new VBox();

    /** A row whose name is read out for {@code control}. */
    public FormRow(String name, Control control) {
        this(name, (Node) control);
        control.setAccessibleText(name);
    }

    /** A row with anything at its right. */
    public FormRow(String name, Node content) {
        getStyleClass().add("form-row");
        Label label = new Label(name);
        label.getStyleClass().add("form-name");
        label.setMinWidth(NAME_WIDTH);
        label.setPrefWidth(NAME_WIDTH);
        label.setMaxWidth(NAME_WIDTH);
        label.setWrapText(true);
        right.getStyleClass().add("form-content");
        right.setMinWidth(0);
        right.getChildren().add(content);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(label, right);
    }

    /** Says below the control what it is for. */
    public FormRow explained(String text) {
        right.getChildren().add(wrapped(text, "form-hint"));
        return this;
    }

    /** Shows below the control what is wrong, while anything is; {@code id} is the label's. */
    public FormRow judged(ObservableValue<String> problem, String id) {
        right.getChildren().add(problem(problem, id));
        return this;
    }

    /** A label that is there while {@code problem} says something. */
    public static Label problem(ObservableValue<String> problem, String id) {
        Label label = wrapped("", "form-problem");
        label.setId(id);
        problem.subscribe(text -> {
            label.setText(text);
            label.setVisible(!text.isEmpty());
            label.setManaged(!text.isEmpty());
        });
        return label;
    }

    /** A label of several lines. */
    public static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Shows the same help to a pointer and to a screen reader. */
    public static <C extends Control> C helped(C control, String help) {
        control.setTooltip(new Tooltip(help));
        control.setAccessibleHelp(help);
        return control;
    }

    /** A field that shows its end of a long text rather than growing. */
    public static <F extends TextInputControl> F named(F field, String id, String prompt) {
        field.setId(id);
        field.setPromptText(prompt);
        return field;
    }
}
