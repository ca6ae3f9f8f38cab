package dev.sidetone.ui.settings;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.sidetone.ui.fx.FxThread;
import java.util.Locale;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The theme of the whole program: light, dark or the system's, kept in the preferences. On the FX thread. */
public final class ThemeModel {
    private static final String KEY = "theme";
    private static final String DARK = "dark";

    private final ObjectProperty<Theme> choice;
    private final BooleanProperty dark = new SimpleBooleanProperty();

    public ThemeModel(WindowPreferences remembered) {
        choice = new SimpleObjectProperty<>(read(remembered.get(KEY, DARK)));
        dark.set(choice.get() != Theme.LIGHT);
        apply(dark.get());
        dark.addListener((property, before, now) -> {
            apply(now);
            if (choice.get() != Theme.SYSTEM) {
                choice.set(now ? Theme.DARK : Theme.LIGHT);
            }
        });
        choice.addListener((property, before, now) -> {
            remembered.put(KEY, now.name().toLowerCase(Locale.ROOT));
            follow(now);
        });
        follow(choice.get());
    }

    private static Theme read(String kept) {
        for (Theme theme : Theme.values()) {
            if (theme.name().toLowerCase(Locale.ROOT).equals(kept)) {
                return theme;
            }
        }
        return Theme.DARK;
    }

    private void follow(Theme theme) {
        if (theme == Theme.SYSTEM) {
            SystemTheme.ask(isDark -> FxThread.run(() -> takeFromSystem(isDark)));
        } else {
            dark.set(theme == Theme.DARK);
        }
    }

    private void takeFromSystem(boolean isDark) {
        if (choice.get() == Theme.SYSTEM) {
            dark.set(isDark);
        }
    }

    /** Asks the system again, where its theme is followed; it may have changed. */
    public void refresh() {
        follow(choice.get());
    }

    /** The theme that was chosen. */
    public ObjectProperty<Theme> choiceProperty() {
        return choice;
    }

    /** Whether the window is dark now. */
    public BooleanProperty darkProperty() {
        return dark;
    }

    /** Switches to the other theme, and follows the system no more. */
    public void toggle() {
        choice.set(dark.get() ? Theme.LIGHT : Theme.DARK);
    }

    private static void apply(boolean dark) {
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }
}
