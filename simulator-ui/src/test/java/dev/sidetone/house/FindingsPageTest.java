package dev.sidetone.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    /** Words of the same files that are no codes: Twilio's statuses and events, numbers that a cure is chosen by. */
    private static final Set<String> NO_CODES = Set.of(
            "in-progress",
            "no-answer",
            "stream-error",
            "stream-started",
            "stream-stopped",
            "20003",
            "20008",
            "20404",
            "21220");

    /** Names that are promised, and not all told yet. */
    private static final Set<String> KEPT = Set.of("session-renewed", "not-measurable");

    @Test
    void everyCodeThatIsToldIsExplainedAndNoOther() throws IOException {
        Set<String> known = new TreeSet<>(told());
        known.addAll(KEPT);
        assertThat(explained()).containsExactlyInAnyOrderElementsOf(known);
    }

    private static Set<String> told() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String module : new String[] {"bridge", "simulator"}) {
            try (Stream<Path> files = Files.walk(root().resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    codes.addAll(toldIn(Files.readString(file)));
                }
            }
        }
        codes.removeAll(NO_CODES);
        return codes;
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
        return all(ROW, Files.readString(root().resolve("docs/findings.md")));
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
