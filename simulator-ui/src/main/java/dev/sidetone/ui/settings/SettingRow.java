package dev.sidetone.ui.settings;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.SettingsSource;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One setting by its name: where it stands, and what a person types in its place. A secret's value is never in it once it is saved. On the FX thread. */
final class SettingRow {
    /** What is known of a setting. */
    enum State {
        ENVIRONMENT,
        FILE,
        MISSING,
        /** It is set, and the service did not take it in the last call. */
        REFUSED
    }

    private final String name;
    private final String title;
    private final boolean secret;
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.MISSING);
    private final StringProperty shown = new SimpleStringProperty("");
    private final StringProperty typed = new SimpleStringProperty("");
    private final BooleanProperty removed = new SimpleBooleanProperty();
    private final BooleanProperty refused = new SimpleBooleanProperty();
    private SettingsSource.Origin origin = SettingsSource.Origin.NOWHERE;

    SettingRow(String name, String title, boolean secret) {
        this.name = name;
        this.title = title;
        this.secret = secret;
    }

    /** Takes over where the setting stands, and forgets what was typed. */
    void read(SettingsSource source, Settings settings) {
        origin = source.originOf(name, settings);
        shown.set(secret ? "" : ForeignText.line(settings.get(name).orElse("")));
        typed.set("");
        removed.set(false);
        show();
    }

    /** Notes whether the service took it. */
    void refused(boolean now) {
        refused.set(now);
        show();
    }

    private void show() {
        state.set(
                switch (origin) {
                    case NOWHERE -> State.MISSING;
                    case ENVIRONMENT -> refused.get() ? State.REFUSED : State.ENVIRONMENT;
                    case FILE -> refused.get() ? State.REFUSED : State.FILE;
                });
    }

    /** The setting's name, as in {@code OPENAI_API_KEY}. */
    String name() {
        return name;
    }

    /** What it is for. */
    String title() {
        return title;
    }

    boolean isSecret() {
        return secret;
    }

    /** Whether the environment holds it, which stands above the file. */
    boolean isFromEnvironment() {
        return origin == SettingsSource.Origin.ENVIRONMENT;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state;
    }

    /** The state in words. */
    StringBinding stateWords() {
        return Bindings.createStringBinding(
                () -> removed.get()
                        ? "will be removed"
                        : switch (state.get()) {
                            case ENVIRONMENT -> "set in the environment";
                            case FILE -> "set in .env";
                            case MISSING -> "missing";
                            case REFUSED ->
                                "refused in the last call, "
                                        + (isFromEnvironment() ? "set in the environment" : "set in .env");
                        },
                state,
                removed);
    }

    /** The value of a setting that is no secret; else empty. */
    StringProperty shownProperty() {
        return shown;
    }

    /** What is typed in its place; empty to leave it. */
    StringProperty typedProperty() {
        return typed;
    }

    /** Whether it is to be removed from the file. */
    BooleanProperty removedProperty() {
        return removed;
    }

    /** Whether saving changes it. */
    boolean isChanged() {
        return !typed.get().isBlank() || removed.get();
    }

    /** The id of its node, as in {@code setting-openai-api-key}. */
    String id() {
        return "setting-" + name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
