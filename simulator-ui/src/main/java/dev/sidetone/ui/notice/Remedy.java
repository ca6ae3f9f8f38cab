package dev.sidetone.ui.notice;

/**
 * A button beside a notice that carries out its cure. Immutable.
 *
 * @param name which one, as in {@code retry}; the button's id is {@code notice-retry}
 * @param label what the button says
 * @param option the call's option that it sets, as in {@code --as}; empty for none
 * @param value the option's value
 */
public record Remedy(String name, String label, String option, String value) {
    /** Lets the demo caller speak. */
    public static final Remedy DEMO = new Remedy("demo", "Use the demo caller");
    /** Calls again. */
    public static final Remedy RETRY = new Remedy("retry", "Retry");
    /** Opens the options of a call. */
    public static final Remedy OPTIONS = new Remedy("options", "Open options");
    /** Opens the settings. */
    public static final Remedy SETTINGS = new Remedy("settings", "Open settings");

    private Remedy(String name, String label) {
        this(name, label, "", "");
    }
}
