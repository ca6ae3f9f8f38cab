package dev.sidetone.ui.fx;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.layout.VBox;

/** A page of a dialog's form: rows below each other that scroll where there is too little room. */
public final class FormPage extends Tab {
    private final VBox rows = new VBox();

    /** {@code id} is that of the tab. */
    public FormPage(String id, String title) {
        super(title);
        setId(id);
        setClosable(false);
        rows.getStyleClass().add("form");
        ScrollPane scrolled = new ScrollPane(rows);
        scrolled.setFitToWidth(true);
        scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scrolled.setFocusTraversable(false);
        setContent(scrolled);
    }

    /** Adds rows at the end. */
    public FormPage add(Node... more) {
        rows.getChildren().addAll(more);
        return this;
    }

    /** Adds a heading. */
    public FormPage heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("form-title");
        return add(heading);
    }
}
