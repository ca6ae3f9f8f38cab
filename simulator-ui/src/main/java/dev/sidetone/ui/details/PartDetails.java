package dev.sidetone.ui.details;

import java.util.List;

/**
 * The known details of a part of the call, as text. Immutable.
 *
 * @param title what it is
 * @param lines what is known of it, one thing a line
 * @param json the message, over several lines; empty of everything else
 */
record PartDetails(String title, List<String> lines, String json) {
    static final PartDetails NONE = new PartDetails("", List.of(), "");

    PartDetails(String title, List<String> lines) {
        this(title, List.copyOf(lines), "");
    }

    /** All of it, to be passed on. */
    String text() {
        String all = title + "\n" + String.join("\n", lines);
        return json.isEmpty() ? all : all + "\n" + json;
    }
}
