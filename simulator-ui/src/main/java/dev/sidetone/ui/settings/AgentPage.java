package dev.sidetone.ui.settings;

import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.ui.fx.FormPage;
import dev.sidetone.ui.fx.FormRow;
import dev.sidetone.ui.fx.TitleConverter;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The page with the settings of one agent at a time: voice, instructions, greeting, tools. */
final class AgentPage {
    private static final int INSTRUCTION_ROWS = 4;
    private static final int YAML_ROWS = 5;

    private AgentPage() {}

    static FormPage of(List<AgentForm> agents) {
        ComboBox<AgentForm> which = new ComboBox<>();
        which.setId("settings-agent");
        which.getItems().setAll(agents);
        which.setConverter(new TitleConverter<>(agent -> agent.service().title()));
        which.setMaxWidth(Double.MAX_VALUE);
        VBox fields = new VBox();
        fields.getStyleClass().add("form-part");
        which.valueProperty().subscribe(agent -> {
            if (agent != null) {
                fields.getChildren().setAll(fields(agent));
            }
        });
        which.getSelectionModel().select(0);
        return new FormPage("settings-agents", "Agents").add(new FormRow("Agent", which), fields);
    }

    private static List<Node> fields(AgentForm agent) {
        AgentSettings usual = agent.service().defaults();
        CheckBox callerFirst = new CheckBox("Let the caller speak first");
        callerFirst.setId("agent-caller-first");
        callerFirst.selectedProperty().bindBidirectional(agent.callerFirstProperty());
        TextField greeting = text("agent-greeting", agent.greetingProperty(), usual.greeting());
        greeting.disableProperty().bind(agent.callerFirstProperty());
        TextArea instructions = area("agent-instructions", agent.instructionsProperty(), null);
        instructions.setPrefRowCount(INSTRUCTION_ROWS);
        TextArea further = area("agent-further", agent.furtherProperty(), "tools:\n  - { builtin: end_call }");
        further.setPrefRowCount(YAML_ROWS);
        further.setWrapText(false);
        return List.of(
                new FormRow("Model", text("agent-model", agent.modelProperty(), usual.model())),
                new FormRow("Voice", text("agent-voice", agent.voiceProperty(), usual.voice())),
                new FormRow("Instructions", instructions).explained("Left empty: " + usual.instructions()),
                new FormRow("Greeting", greeting),
                new FormRow("", (Node) callerFirst),
                new FormRow("Tools and more", further)
                        .explained(
                                "In YAML, as --agent-config takes it: tools, turn-detection, audio. Holds from the next call on.")
                        .judged(agent.problemProperty(), "agent-problem"));
    }

    private static TextField text(String id, StringProperty value, @Nullable String usual) {
        return bound(new TextField(), id, value, usual);
    }

    private static TextArea area(String id, StringProperty value, @Nullable String usual) {
        TextArea area = bound(new TextArea(), id, value, usual);
        area.setWrapText(true);
        return area;
    }

    private static <F extends TextInputControl> F bound(
            F field, String id, StringProperty value, @Nullable String usual) {
        FormRow.named(field, id, usual == null || usual.isEmpty() ? "the service's own" : usual);
        field.textProperty().bindBidirectional(value);
        return field;
    }
}
