package dev.sidetone.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code that the program can tell is on the page about findings, and no other. */
class FindingsPageTest {
    private static final Pattern TELLS = Pattern.compile("\\b(Finding|AgentFailure)\\(|class \\w+Findings\\b");
    private static final Pattern CODE = Pattern.compile("\"([1-9]\\d{4}|[a-z]+(?:-[a-z0-9]+)+)\"");
    private static final Pattern ONE_WORD = Pattern.compile("\\b(?:Finding|error|warning|info)\\(\\s*\"([a-z]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\| (?:error|warning|suspicion|info)");
    private static final Pattern TOLD_AS = Pattern.compile("`([1-9]\\d{4}|[a-z]+(?:-[a-z]+)+|[a-z]+)`");
    /** Words of the same files that are no codes: Twilio's statuses and events, a line's fault, numbers that a cure is chosen by. */
    private static final Set<String> NO_CODES = Set.of(
            "in-progress",
            "no-answer",
            "stream-error",
            "stream-started",
            "stream-stopped",
            "webhook-slow",
            "20003",
            "20008",
            "20404",
            "21220");

    @Test
    void everyCodeThatIsToldIsExplainedAndNoOther() throws IOException {
        assertThat(explained()).containsExactlyInAnyOrderElementsOf(told());
    }

    @Test
    void everyCodeThatASymptomOfTheGuidesIsToldAsIsExplained() throws IOException {
        assertThat(mapped()).hasSizeGreaterThan(20).isSubsetOf(explained());
    }

    @Test
    void everyCodeThatIsExplainedIsTheSubjectOfATest() throws IOException {
        StringBuilder tests = new StringBuilder();
        for (String module : new String[] {"bridge", "simulator"}) {
            for (String source : sources(module, "src/test/java")) {
                tests.append(source);
            }
        }
        assertThat(explained()).allSatisfy(code -> assertThat(Pattern.compile("(?<![\\w-])" + code + "(?![\\w-])")
                        .matcher(tests)
                        .find())
                .as(code)
                .isTrue());
    }

    private static Set<String> told() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String module : new String[] {"bridge", "simulator"}) {
            sources(module, "src/main/java").forEach(source -> codes.addAll(toldIn(source)));
        }
        codes.removeAll(NO_CODES);
        return codes;
    }

    private static List<String> sources(String module, String folder) throws IOException {
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root().resolve(module).resolve(folder))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(file));
            }
        }
        return sources;
    }

    private static Set<String> toldIn(String source) {
        Set<String> codes = new TreeSet<>();
        if (TELLS.matcher(source).find()) {
            String code = source.replaceAll("(?m)^\\s*(\\*|/\\*\\*).*$", "");
            codes.addAll(all(CODE, code));
            codes.addAll(all(ONE_WORD, code));
        }
        return codes;
    }

    private static Set<String> explained() throws IOException {
        return all(ROW, page());
    }

    /** What stands in the right column of the table of symptoms. */
    private static Set<String> mapped() throws IOException {
        Set<String> codes = new TreeSet<>();
        page().substring(page().indexOf("## From the guides"))
                .lines()
                .filter(line -> line.startsWith("| "))
                .forEach(row -> codes.addAll(all(TOLD_AS, row.replaceAll("^.*\\| (?=[^|]+\\|$)", ""))));
        return codes;
    }

    private static String page() throws IOException {
        return Files.readString(root().resolve("docs/findings.md"));
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = Objects.requireNonNull(folder.getParent(), "no folder above has .mvn");
        }
        return folder;
    }
}
