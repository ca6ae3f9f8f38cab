package dev.sidetone.ui.app;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a window can be opened here. Only Linux may lack what it takes. */
final class DisplayCheck {
    private DisplayCheck() {}

    /** Why there can be no window, a sentence without its full stop; null if it is worth trying. */
    static @Nullable String whatIsMissing(Map<String, String> environment, String system) {
        if (!system.toLowerCase(Locale.ROOT).contains("linux")) {
            return null;
        }
        String display = environment.get("DISPLAY");
        return display == null || display.isEmpty()
                ? "there is no display for a window here (DISPLAY is not set)"
                : null;
    }

    /** What JavaFX says when there can be no window, with the cure where there is one. */
    static String whyNot(Throwable refusal) {
        Throwable cause = refusal.getCause() == null ? refusal : refusal.getCause();
        String said = String.valueOf(cause.getMessage());
        if (said.contains("GTK")) {
            return "no window can be opened without GTK 3 (Debian, Ubuntu: apt-get install libgtk-3-0; Fedora: dnf install gtk3)";
        }
        if (said.contains("DISPLAY")) {
            return "the display that DISPLAY names cannot be reached";
        }
        return "no window can be opened here: " + (cause.getMessage() == null ? cause : said.replaceAll("\\.$", ""));
    }
}
