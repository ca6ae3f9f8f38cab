package dev.sidetone.simulator.cli;

import dev.sidetone.bridge.text.ForeignText;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stack trace as text, in which no message of an exception can begin a line, control a terminal or show a secret. Stateless. */
final class ShownTrace {
    private ShownTrace() {}

    /** Ends with a line break. */
    static String of(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        String prefix = "";
        for (@Nullable Throwable each = failure; each != null && seen.add(each); each = each.getCause()) {
            text.append(prefix).append(ForeignText.line(each.toString())).append('\n');
            for (StackTraceElement frame : each.getStackTrace()) {
                text.append("\tat ").append(frame).append('\n');
            }
            for (Throwable also : each.getSuppressed()) {
                text.append("\tSuppressed: ")
                        .append(ForeignText.line(also.toString()))
                        .append('\n');
            }
            prefix = "Caused by: ";
        }
        return text.toString();
    }
}
