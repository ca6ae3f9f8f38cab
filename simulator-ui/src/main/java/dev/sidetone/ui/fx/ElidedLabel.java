package dev.sidetone.ui.fx;

import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;

/** A one-line label that shortens long text in the middle and shows all of it in a tooltip. */
public final class ElidedLabel extends Label {
    public ElidedLabel(String... styles) {
        getStyleClass().addAll(styles);
        setMinWidth(0);
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        textProperty().subscribe(text -> setTooltip(text == null || text.isEmpty() ? null : new Tooltip(text)));
    }
}
