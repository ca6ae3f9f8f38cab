package dev.sidetone.ui.settings;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** The theme of the whole program, light or dark, kept in the preferences. On the FX thread. */
public final class ThemeModel {
    private static final String KEY = "theme";
    private static final String DARK = "dark";

    private final BooleanProperty dark = new SimpleBooleanProperty();

    public ThemeModel(WindowPreferences remembered) {
        dark.set(remembered.get(KEY, DARK).equals(DARK));
        apply(dark.get());
        dark.addListener((property, before, now) -> {
            apply(now);
            remembered.put(KEY, now ? DARK : "light");
        });
    }

    public BooleanProperty darkProperty() {
        return dark;
    }

    /** Switches to the other theme. */
    public void toggle() {
        dark.set(!dark.get());
    }

    private static void apply(boolean dark) {
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }
}
