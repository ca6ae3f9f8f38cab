package dev.sidetone.junit;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Names the folder of a test's recordings after the test. Stateless. */
final class RecordingFolder {
    private static final Path OF_MAVEN = Path.of("target", "sidetone");
    private static final Path OF_GRADLE = Path.of("build", "sidetone");

    /** The number of an invocation of a repeated or parameterized test in JUnit's unique id. */
    private static final Pattern INVOCATION = Pattern.compile("#(\\d+)\\]");

    private static final int MOST_CHARS = 150;

    private RecordingFolder() {}

    /** An absolute folder that no other test has: below {@code all}, or where the build tool puts what it makes. */
    static Path of(ExtensionContext context, Optional<String> all) {
        Path parent = all.filter(named -> !named.isBlank()).map(Path::of).orElseGet(RecordingFolder::ofTheBuild);
        return parent.resolve(name(context)).toAbsolutePath().normalize();
    }

    private static Path ofTheBuild() {
        boolean gradle = Stream.of("build.gradle", "build.gradle.kts").anyMatch(file -> Files.exists(Path.of(file)));
        return gradle && !Files.exists(Path.of("pom.xml")) ? OF_GRADLE : OF_MAVEN;
    }

    private static String name(ExtensionContext context) {
        String test = context.getTestMethod().map(method -> "." + name(method)).orElse("");
        String name = (context.getRequiredTestClass().getName() + test + invocation(context.getUniqueId()))
                .replace('$', '.')
                .replaceAll("[^\\w.-]", "_");
        return name.length() <= MOST_CHARS ? name : name.substring(name.length() - MOST_CHARS);
    }

    /** Methods may be overloaded. */
    private static String name(Method method) {
        String parameters = Stream.of(method.getParameterTypes())
                .filter(type -> type != Phone.class)
                .map(Class::getSimpleName)
                .collect(Collectors.joining("-"));
        return parameters.isEmpty() ? method.getName() : method.getName() + "-" + parameters;
    }

    private static String invocation(String uniqueId) {
        Matcher number = INVOCATION.matcher(uniqueId);
        return number.results().map(found -> "-" + found.group(1)).collect(Collectors.joining());
    }
}
