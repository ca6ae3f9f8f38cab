package dev.sidetone.ui.app;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks whether a window can be opened on this machine. Only Linux may lack a display. */
final class DisplayCheck {
    private DisplayCheck() {}

    /** Returns the reason why no window can be opened, without a full stop; null if it should be tried. */
    static @Nullable String problem(Map<String, String> environment, String system) {
        if (!system.toLowerCase(Locale.ROOT).contains("linux")) {
            return null;
        }
        String display = environment.get("DISPLAY");
        return display == null || display.isEmpty()
                ? "there is no display for a window here (DISPLAY is not set)"
                : null;
    }

    /** Explains JavaFX's failure to open a window, with a cure where there is one; without a full stop. */
    static String explain(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String message = String.valueOf(cause.getMessage());
        if (message.contains("GTK")) {
            return "no window can be opened without GTK 3 (Debian, Ubuntu: apt-get install libgtk-3-0; Fedora: dnf install gtk3)";
        }
        if (message.contains("DISPLAY")) {
            return "the display that DISPLAY names cannot be reached";
        }
        return "no window can be opened here: " + (cause.getMessage() == null ? cause : message.replaceAll("\\.$", ""));
    }
}
