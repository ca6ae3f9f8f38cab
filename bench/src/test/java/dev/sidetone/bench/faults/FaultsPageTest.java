package dev.sidetone.bench.faults;

import static dev.sidetone.architecture.ProjectFolder.root;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about faults holds the registry, and the page about security names what shows each of its attacks. Nothing is attacked here. */
class FaultsPageTest {
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Test|IT))`");
    private static final Pattern ROW = Pattern.compile("`bench/run faults ([a-z0-9 -]+)`");

    @Test
    void thePageHoldsTheRegistry() throws IOException {
        String page = page("docs/faults.md");
        assertThat(page)
                .as("docs/faults.md does not say what the registry says. This writes it anew: %s", FaultsPage.COMMAND)
                .isEqualTo(FaultsPage.generated(page));
    }

    @Test
    void everyRowHasANameOfItsOwnAndASentenceForEverybody() {
        assertThat(FaultRows.all()).extracting(FaultRow::name).doesNotHaveDuplicates();
        assertThat(FaultRows.all()).allSatisfy(row -> {
            assertThat(row.name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(List.of(row.fault(), row.caller(), row.operator())).allSatisfy(sentence -> assertThat(sentence)
                    .as(row.name())
                    .isNotBlank()
                    .doesNotContain("|", "\n")
                    .doesNotEndWith("."));
        });
    }

    @Test
    void everySectionHasRows() {
        assertThat(FaultRows.all()).extracting(FaultRow::section).contains(FaultSection.values());
    }

    @Test
    void everyAttackOfTheSecurityPageIsShownByARowOrATest() throws IOException {
        Set<String> tests = tests();
        Set<String> rows = FaultRows.all().stream().map(FaultRow::name).collect(Collectors.toSet());
        List<String> attacks = attacks(page("docs/security.md"));
        assertThat(attacks).hasSizeGreaterThan(30).allSatisfy(attack -> {
            String shownBy = attack.substring(attack.lastIndexOf("| ", attack.length() - 2));
            Set<String> named = found(TEST, shownBy);
            Set<String> shown = new TreeSet<>();
            found(ROW, shownBy).forEach(names -> shown.addAll(List.of(names.split(" "))));
            assertThat(tests).as(attack).containsAll(named);
            assertThat(rows).as(attack).containsAll(shown);
            assertThat(named.size() + shown.size()).as(attack).isPositive();
        });
    }

    /** The lines of all tables whose last column is "shown by". */
    private static List<String> attacks(String page) {
        List<String> attacks = new ArrayList<>();
        boolean shown = false;
        for (String line : page.lines().toList()) {
            shown = line.startsWith("|") && (shown || line.endsWith("| shown by |"));
            if (shown && !line.endsWith("| shown by |") && !line.startsWith("|---")) {
                attacks.add(line);
            }
        }
        return attacks;
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> all = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }

    private static Set<String> tests() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String module : List.of("bridge", "simulator", "simulator-ui", "bench")) {
            try (Stream<Path> files = Files.walk(root().resolve(module).resolve("src/test/java"))) {
                files.map(file -> String.valueOf(file.getFileName()))
                        .filter(name -> name.endsWith(".java"))
                        .forEach(name -> names.add(name.substring(0, name.length() - ".java".length())));
            }
        }
        return names;
    }

    private static String page(String name) throws IOException {
        return Files.readString(root().resolve(name));
    }
}
