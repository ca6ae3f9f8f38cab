package dev.sidetone.ui.fx;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Shows text of a program over several lines, such as JSON; it wraps and scrolls. On the FX thread. */
public final class JsonView extends ScrollPane {
    private final Label text = new Label();

    public JsonView(String id) {
        setId(id);
        getStyleClass().add("json-view");
        Css.load(this, JsonView.class);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        setContent(text);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setAccessibleText("The selected message");
        accessibleHelpProperty().bind(text.textProperty());
    }

    /** Shows {@code json}; empty shows nothing and takes no room. */
    public void show(String json) {
        text.setText(json);
        setVvalue(0);
        setVisible(!json.isEmpty());
        setManaged(!json.isEmpty());
    }
}
