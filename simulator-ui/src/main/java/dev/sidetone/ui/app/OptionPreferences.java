package dev.sidetone.ui.app;

import dev.sidetone.ui.call.OptionField;
import dev.sidetone.ui.call.OptionFlag;
import dev.sidetone.ui.call.OptionsModel;
import dev.sidetone.ui.call.RecentTargets;
import dev.sidetone.ui.settings.WindowPreferences;
import java.util.List;

/**
 * Remembers the options of calls from one window to the next: those that hold no secret. The token, form fields and faults, which belong to one
 * afternoon, are forgotten. On the FX thread.
 */
final class OptionPreferences {
    private static final String FILES = "caller-files";

    private OptionPreferences() {}

    static void restore(WindowPreferences remembered, OptionsModel options) {
        for (OptionField field : OptionField.values()) {
            options.text(field).set(remembered.get(field.id(), ""));
        }
        for (OptionFlag flag : OptionFlag.values()) {
            options.flag(flag).set(Boolean.parseBoolean(remembered.get(flag.id(), "false")));
        }
        String files = remembered.get(FILES, "");
        if (!files.isEmpty()) {
            options.files().setAll(List.of(files.split("\n", -1)));
        }
    }

    static void save(WindowPreferences remembered, OptionsModel options) {
        for (OptionField field : OptionField.values()) {
            options.text(field)
                    .addListener((property, before, now) ->
                            remembered.put(field.id(), RecentTargets.isPlain(now) ? now : ""));
        }
        for (OptionFlag flag : OptionFlag.values()) {
            options.flag(flag).addListener((property, before, now) -> remembered.put(flag.id(), String.valueOf(now)));
        }
        options.files().subscribe(() -> remembered.put(FILES, String.join("\n", options.files())));
    }
}
