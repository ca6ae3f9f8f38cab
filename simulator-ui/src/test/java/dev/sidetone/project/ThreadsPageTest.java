package dev.sidetone.project;

import static dev.sidetone.architecture.ProjectFolder.root;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about threads names each thread that the product starts, and no other. */
class ThreadsPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]*) \\|");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Pattern STARTED =
            Pattern.compile("\\b(?:new Thread|thread)\\((?:[^;\"{]*), ?\"([a-z-]+)\"\\)");
    /** Threads of libraries and of Java. */
    private static final Set<String> FOREIGN = Set.of(
            "vert.x-eventloop-*", "WebSocket*", "boundedElastic-*", "pool-*", "JavaFX Application Thread", "main");

    @Test
    void everyThreadOnThePageIsStartedByTheProduct() throws IOException {
        String sources = sources();
        assertThat(named()).isNotEmpty().allSatisfy(name -> assertThat(
                        FOREIGN.contains(name) || sources.contains("\"" + name + "\""))
                .as("a thread named " + name)
                .isTrue());
    }

    @Test
    void everyThreadThatTheProductStartsIsOnThePage() throws IOException {
        Set<String> started = STARTED.matcher(sources())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(started).hasSizeGreaterThan(20);
        assertThat(named()).containsAll(started);
    }

    private static Set<String> named() throws IOException {
        return ROW.matcher(Files.readString(root().resolve("docs/threads.md")))
                .results()
                .map(MatchResult::group)
                .flatMap(row -> NAME.matcher(row).results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String module : List.of("bridge", "simulator", "simulator-ui", "integrations/jmeter")) {
            try (Stream<Path> files = Files.walk(root().resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }
}
