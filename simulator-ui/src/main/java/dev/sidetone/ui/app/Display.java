package dev.sidetone.ui.app;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a window can be opened here. Only Linux may lack what it takes. */
final class Display {
    private Display() {}

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
}
