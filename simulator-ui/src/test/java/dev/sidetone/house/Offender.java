package dev.sidetone.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Classes that break a rule on purpose: written, compiled and read for one test, and never part of the house. */
final class Offender {
    private record Source(String type, String text) {}

    private final List<Source> sources = new ArrayList<>();

    private Offender() {}

    /** A class {@code Offender} in {@code room}, a package below dev.sidetone, with {@code body} between its braces. */
    static Offender in(String room, String body) {
        return new Offender().with(room, "Offender", body);
    }

    /** A class {@code Offender} in {@code room} that has a field of a class in {@code other}. */
    static Offender knows(String room, String other) {
        return new Offender().with(other, "Target", "").with(room, "Offender", House.ROOT + other + ".Target target;");
    }

    Offender with(String room, String type, String body) {
        String text = "package %s;%npublic class %s { %s }".formatted(House.ROOT + room, type, body);
        sources.add(new Source((House.ROOT + room + "." + type).replace('.', '/') + ".java", text));
        return this;
    }

    JavaClasses classes() {
        try {
            Path folder = Files.createTempDirectory("offender");
            try {
                compile(folder);
                return new ClassFileImporter().importPath(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return sources.toString();
    }

    private void compile(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Source source : sources) {
            Path file = folder.resolve(source.type());
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.text()));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, UTF_8)) {
            List<String> options = List.of("-proc:none", "-nowarn", "-d", folder.toString());
            boolean done = compiler.getTask(
                            said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertThat(done).as("the offender compiles: %s", said).isTrue();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
