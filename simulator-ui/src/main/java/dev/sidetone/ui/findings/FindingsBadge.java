package dev.sidetone.ui.findings;

import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.ui.fx.Css;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;

/** The number of findings of the call in view, in the colour of the worst; invisible without any. */
public final class FindingsBadge extends Label {
    public FindingsBadge(FindingsModel model) {
        getStyleClass().add("findings-badge");
        setId("findings-badge");
        textProperty().bind(Bindings.size(model.rows()).asString());
        visibleProperty().bind(Bindings.isNotEmpty(model.rows()));
        model.worstProperty().subscribe(worst -> Css.mark(this, Severity.values(), worst));
    }
}
