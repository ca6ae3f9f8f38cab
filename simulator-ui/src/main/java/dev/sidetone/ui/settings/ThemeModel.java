package dev.sidetone.ui.settings;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Light or dark, for the whole program. WindowPreferences. On the FX thread. */
public final class ThemeModel {
    private static final String KEY = "theme";
    private static final String DARK = "dark";

    private final BooleanProperty dark = new SimpleBooleanProperty();

    public ThemeModel(WindowPreferences remembered) {
        dark.set(remembered.get(KEY, DARK).equals(DARK));
        dress(dark.get());
        dark.addListener((property, before, now) -> {
            dress(now);
            remembered.put(KEY, now ? DARK : "light");
        });
    }

    public BooleanProperty darkProperty() {
        return dark;
    }

    /** The other one. */
    public void change() {
        dark.set(!dark.get());
    }

    private static void dress(boolean dark) {
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }
}
