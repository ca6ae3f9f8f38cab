package dev.sidetone.ui.settings;

import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.simulator.phone.AgentTexts;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The fields for the settings of one agent. On the FX thread. */
final class AgentForm {
    private final AgentService service;
    private final StringProperty model = new SimpleStringProperty("");
    private final StringProperty voice = new SimpleStringProperty("");
    private final StringProperty instructions = new SimpleStringProperty("");
    private final StringProperty greeting = new SimpleStringProperty("");
    private final BooleanProperty callerFirst = new SimpleBooleanProperty();
    private final StringProperty further = new SimpleStringProperty("");
    private final StringProperty problem = new SimpleStringProperty("");
    private @Nullable AgentTexts read;

    AgentForm(AgentService service) {
        this.service = service;
    }

    /** Takes over what is kept, or that it cannot be read. */
    void show(@Nullable AgentTexts texts, String trouble) {
        read = texts;
        AgentTexts shown = texts == null ? AgentTexts.UNSET : texts;
        model.set(shown.model());
        voice.set(shown.voice());
        instructions.set(shown.instructions());
        greeting.set(shown.greeting());
        callerFirst.set(shown.callerFirst());
        further.set(shown.further());
        problem.set(trouble);
    }

    /** What is typed. */
    AgentTexts texts() {
        return new AgentTexts(
                model.get(), voice.get(), instructions.get(), greeting.get(), callerFirst.get(), further.get());
    }

    /** Whether saving changes anything; what could not be read is left alone. */
    boolean isChanged() {
        return read != null && !Objects.equals(read, texts());
    }

    AgentService service() {
        return service;
    }

    StringProperty modelProperty() {
        return model;
    }

    StringProperty voiceProperty() {
        return voice;
    }

    StringProperty instructionsProperty() {
        return instructions;
    }

    StringProperty greetingProperty() {
        return greeting;
    }

    /** Whether it lets the caller speak first. */
    BooleanProperty callerFirstProperty() {
        return callerFirst;
    }

    /** Everything else, in YAML. */
    StringProperty furtherProperty() {
        return further;
    }

    /** What is wrong with it, or empty. */
    StringProperty problemProperty() {
        return problem;
    }
}
