package dev.sidetone.ui.live;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Creates the labels of live mode's column. Stateless. */
final class Labels {
    private Labels() {}

    /** A label with as many lines as its text needs. */
    static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Controls that belong together, under a caption. */
    static VBox section(String name, Node... content) {
        Label caption = new Label(name);
        caption.getStyleClass().addAll("caption", Styles.TEXT_MUTED);
        VBox section = new VBox(caption);
        section.getStyleClass().add("section");
        section.getChildren().addAll(content);
        return section;
    }
}
