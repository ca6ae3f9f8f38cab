package dev.sidetone.ui.call;

import dev.sidetone.bridge.text.ForeignText;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.collections.ObservableList;

/** Names the files that a caller speaks. Stateless. */
final class CallerFiles {
    private CallerFiles() {}

    /** What is chosen, in few words; asks for a choice where there is none. */
    static StringBinding summary(ObservableList<String> files) {
        return Bindings.createStringBinding(
                () -> switch (files.size()) {
                    case 0 -> "Choose files or a recorded call…";
                    case 1 -> name(files.get(0));
                    default -> name(files.get(0)) + " and " + (files.size() - 1) + " more";
                },
                files);
    }

    /** The last part of a path. */
    static String name(String file) {
        Path last = Path.of(file).getFileName();
        return ForeignText.line(last == null ? file : last.toString());
    }
}
