package dev.sidetone.ui.wire;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.timeline.Wire;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The controls above the messages: which are listed, how many there are, copying and exporting. */
final class WireBar extends FlowPane {
    private static final String BOTH_WIRES = "Both wires";
    private static final String TWILIO = "Twilio’s wire";
    private static final String AGENT = "Agent’s wire";
    private static final String BOTH_WAYS = "Both ways";
    private static final String TO_AGENT = "→ to the agent";
    private static final String TO_CALLER = "← to the caller";

    private static final double KIND_PX = 120;

    private final WireModel model;
    private final TextField find = new TextField();
    private final ComboBox<String> wire = choice("wire-choice", "Wire", BOTH_WIRES, TWILIO, AGENT);
    private final ComboBox<String> way = choice("way-choice", "Direction", BOTH_WAYS, TO_AGENT, TO_CALLER);
    private final ComboBox<String> kind = choice("kind-choice", "Kind of message", WireFilter.ANY);

    WireBar(WireModel model, Runnable copy, Runnable export) {
        this.model = model;
        getStyleClass().add("wire-bar");
        find.setId("wire-find");
        find.setPromptText("Find");
        find.setAccessibleText("Find in the messages");
        find.textProperty().addListener(change -> filter());
        kind.setItems(model.kinds());
        kind.setPrefWidth(KIND_PX);
        Label count = new Label();
        count.getStyleClass().add("count");
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        this::count, model.messagesProperty(), model.droppedProperty(), model.outcomeProperty()));
        Button copying =
                button("wire-copy", Material2AL.CONTENT_COPY, "Copy the selected messages as JSON lines", copy);
        Button exporting =
                button("wire-export", Material2MZ.SAVE_ALT, "Save the listed messages as JSON lines", export);
        getChildren().addAll(find, wire, way, kind, copying, exporting, count);
    }

    private ComboBox<String> choice(String id, String meaning, String... values) {
        ComboBox<String> choice = new ComboBox<>();
        choice.setId(id);
        choice.getItems().addAll(values);
        choice.setValue(values[0]);
        choice.setAccessibleText(meaning);
        choice.valueProperty().addListener(change -> filter());
        return choice;
    }

    private static Button button(String id, Ikon icon, String meaning, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(meaning);
        button.setTooltip(new Tooltip(meaning));
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private String count() {
        String outcome = model.outcomeProperty().get();
        if (!outcome.isEmpty()) {
            return outcome;
        }
        long dropped = model.droppedProperty().get();
        return dropped == 0 ? "" : "the first " + Figures.count(dropped, "message") + " are not kept here";
    }

    private void filter() {
        String chosen = kind.getValue();
        model.filterProperty()
                .set(new WireFilter(
                        only(wire, List.of(TWILIO, AGENT), List.of(Wire.TWILIO, Wire.AGENT)),
                        only(way, List.of(TO_AGENT, TO_CALLER), List.of(true, false)),
                        chosen == null ? WireFilter.ANY : chosen,
                        find.getText()));
    }

    private static <T> @Nullable T only(ComboBox<String> choice, List<String> names, List<T> values) {
        int index = names.indexOf(choice.getValue());
        return index < 0 ? null : values.get(index);
    }
}
