package dev.sidetone.ui.call;

import dev.sidetone.simulator.phone.AgentMenu.Offer;
import dev.sidetone.ui.fx.TitleConverter;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;

/** Chooses the agent that the embedded bridge connects to. */
public final class AgentPicker extends ComboBox<Offer> {
    /** All agents and fakes are seen at once. */
    private static final int MOST_ROWS = 16;

    public AgentPicker(CallModel model, String id) {
        setId(id);
        setItems(model.agents());
        setAccessibleText("Agent");
        setMaxWidth(Double.MAX_VALUE);
        setConverter(new TitleConverter<>(Offer::title));
        setVisibleRowCount(MOST_ROWS);
        setTooltip(new Tooltip("The agent that the embedded bridge connects to, and never another one"));
        valueProperty().bindBidirectional(model.agentProperty());
    }
}
