package dev.sidetone.ui.call;

import dev.sidetone.bridge.text.ForeignText;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;

/** The options that are set, in one line: From +15550123, 2 faults, token set. Stateless; on the FX thread. */
final class OptionsSummary {
    private static final int MOST_CHARS = 60;

    private OptionsSummary() {}

    /** The line, which follows the options; empty if none is set. */
    static StringBinding of(OptionsModel options) {
        return Bindings.createStringBinding(() -> String.join(", ", parts(options)), options.everything());
    }

    private static List<String> parts(OptionsModel options) {
        List<String> parts = new ArrayList<>();
        for (OptionField field : OptionField.values()) {
            if (options.isSet(field)) {
                parts.add(field.title() + " "
                        + ForeignText.line(options.text(field).get().strip(), MOST_CHARS));
            }
        }
        for (OptionFlag flag : OptionFlag.values()) {
            if (options.flag(flag).get()) {
                parts.add(flag.title().toLowerCase(java.util.Locale.ROOT));
            }
        }
        long fields =
                options.parameters().stream().filter(row -> !row.isEmpty()).count();
        long faults = options.lineFaults().stream()
                .filter(fault -> fault.onProperty().get())
                .count();
        add(parts, fields, "form field");
        add(parts, faults, "line fault");
        add(parts, options.agentFaultsOn().count(), "agent fault");
        if (!options.tokenProperty().get().isEmpty()) {
            parts.add("token set");
        }
        return parts;
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(count + " " + what + (count == 1 ? "" : "s"));
        }
    }
}
