package dev.sidetone.bench.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A command of {@code ./sidetone} that has not been started. Immutable.
 *
 * @param arguments the command and its options
 * @param environment what is set for it besides a plain environment
 * @param wrapper words before the launcher, as of a shell that sets a limit first; may be empty
 */
public record SidetoneCommand(List<String> arguments, Map<String, String> environment, List<String> wrapper) {
    private static final String JAVA_OPTIONS = "SIDETONE_JAVA_OPTS";

    public SidetoneCommand {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        wrapper = List.copyOf(wrapper);
    }

    /** A command in a plain environment. */
    public static SidetoneCommand of(String... arguments) {
        return new SidetoneCommand(List.of(arguments), Map.of(), List.of());
    }

    /** The same with further options. */
    public SidetoneCommand and(String... options) {
        List<String> more = new ArrayList<>(arguments);
        more.addAll(List.of(options));
        return new SidetoneCommand(more, environment, wrapper);
    }

    /** The same with an environment variable. */
    public SidetoneCommand with(String name, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(name, value);
        return new SidetoneCommand(arguments, more, wrapper);
    }

    /** The same with an option of Java's, as in {@code -Xmx64m}. */
    public SidetoneCommand java(String option) {
        String before = environment.getOrDefault(JAVA_OPTIONS, "");
        return with(JAVA_OPTIONS, (before + " " + option).strip());
    }

    /** The same after a line of shell in the process that it becomes, as in {@code ulimit -n 64}. */
    public SidetoneCommand after(String shell) {
        return new SidetoneCommand(arguments, environment, List.of("/bin/sh", "-c", shell + "; exec \"$0\" \"$@\""));
    }
}
