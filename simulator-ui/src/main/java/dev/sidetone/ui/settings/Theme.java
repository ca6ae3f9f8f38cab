package dev.sidetone.ui.settings;

/** The themes to choose from. */
public enum Theme {
    LIGHT("Light"),
    DARK("Dark"),
    /** The one that the system shows. */
    SYSTEM("System");

    private final String title;

    Theme(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
