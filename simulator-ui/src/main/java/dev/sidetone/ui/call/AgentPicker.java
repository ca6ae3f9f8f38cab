package dev.sidetone.ui.call;

import dev.sidetone.simulator.phone.AgentMenu.Offer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

/** Chooses the agent that the embedded bridge connects to. */
public final class AgentPicker extends ComboBox<Offer> {
    /** All agents and fakes are seen at once. */
    private static final int MOST_ROWS = 16;

    public AgentPicker(CallModel model, String id) {
        setId(id);
        setItems(model.agents());
        setAccessibleText("Agent");
        setMaxWidth(Double.MAX_VALUE);
        setConverter(new Titles());
        setVisibleRowCount(MOST_ROWS);
        setTooltip(new Tooltip("The agent that the embedded bridge connects to, and never another one"));
        valueProperty().bindBidirectional(model.agentProperty());
    }

    private static final class Titles extends StringConverter<Offer> {
        @Override
        public String toString(Offer offer) {
            return offer == null ? "" : offer.title();
        }

        @Override
        public Offer fromString(String title) {
            throw new UnsupportedOperationException("nobody types here");
        }
    }
}
