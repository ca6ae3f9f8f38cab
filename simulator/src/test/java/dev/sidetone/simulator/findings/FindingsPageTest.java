package dev.sidetone.simulator.findings;

import static dev.sidetone.architecture.ProjectFolder.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about findings holds the registry's tables, and every code of the registry is the subject of a test. */
class FindingsPageTest {
    private static final String COMMAND =
            "mvn -q test -pl simulator -am -Dtest=FindingsPageTest" + " -Dfindings.page=write";
    private static final Map<String, FindingCode[]> TABLES = Map.of(
            "WebhookCode", WebhookCode.values(),
            "ConnectionCode", ConnectionCode.values(),
            "StreamCode", StreamCode.values(),
            "RelayCode", RelayCode.values(),
            "AgentCode", AgentCode.values(),
            "RecordingCode", RecordingCode.values());
    private static final Pattern TABLE = Pattern.compile("(?s)(<!-- table of (\\w+) -->\n).*?(<!-- end of table -->)");
    private static final Pattern CODE = Pattern.compile("`([1-9]\\d{4}|[a-z]+(?:-[a-z]+)+|[a-z]+)`");
    /** Markup and options within a cure, which the terminal shows as they are. */
    private static final Pattern VERBATIM = Pattern.compile(
            "(?:<[^<>]+>)+|\\{[^}]*}|--[a-z][a-z-]+(?: wss?://[a-z]+:\\d+)?|X-[A-Z][A-Za-z-]+|\\bwss?://(?:[a-z]+:\\d+)?");

    private static final Pattern NO_WORD = Pattern.compile("[^\\w-]+");
    /** Codes that no test of this repository can bring about, with the reason. */
    private static final Map<FindingCode, String> NOT_PRODUCED = Map.of();

    @Test
    void thePageHoldsTheRegistry() throws IOException {
        Path page = root().resolve("docs/findings.md");
        String written = Files.readString(page);
        String generated = generated(written);
        if ("write".equals(System.getProperty("findings.page"))) {
            Files.writeString(page, generated);
            return;
        }
        assertThat(written)
                .as("docs/findings.md does not say what the registry says. This writes it anew: %s", COMMAND)
                .isEqualTo(generated);
    }

    @Test
    void otherPagesStateTheSameThresholds() throws IOException {
        assertThat(Files.readString(root().resolve("README.md")))
                .contains("good to " + Thresholds.GOOD_TTFA_MS + " ms · Twilio's target " + Thresholds.TARGET_TTFA_MS
                        + " ms · Twilio's limit " + Thresholds.LIMIT_TTFA_MS + " ms");
        assertThat(Files.readString(root().resolve("docs/live.md")))
                .contains(Thresholds.BRIDGE_TARGET_TTFA_MS + " ms target, " + Thresholds.BRIDGE_LIMIT_TTFA_MS
                        + " ms limit")
                .contains("(" + Thresholds.GOOD_TTFA_MS + ", " + Thresholds.TARGET_TTFA_MS + " and "
                        + Thresholds.LIMIT_TTFA_MS + " ms)");
    }

    @Test
    void everyTableIsOnThePageAndEveryCodeInOne() throws IOException {
        Matcher tables = TABLE.matcher(page());
        List<FindingCode> shown = new ArrayList<>();
        while (tables.find()) {
            shown.addAll(List.of(TABLES.get(tables.group(2))));
        }
        assertThat(shown).isEqualTo(FindingCode.all());
        assertThat(shown).extracting(FindingCode::code).doesNotHaveDuplicates();
    }

    @Test
    void everyCodeThatASymptomOfTheGuidesIsReportedAsIsInTheRegistry() throws IOException {
        Set<String> mapped = new TreeSet<>();
        page().substring(page().indexOf("## From the guides"))
                .lines()
                .filter(line -> line.startsWith("| "))
                .forEach(row -> mapped.addAll(codesIn(row.replaceAll("^.*\\| (?=[^|]+\\|$)", ""))));
        assertThat(mapped)
                .hasSizeGreaterThan(20)
                .isSubsetOf(FindingCode.all().stream().map(FindingCode::code).toList());
    }

    /** Tests name a code by its text, in what a call must have found. */
    @Test
    void everyCodeIsProducedByATestOrListedWithTheReason() throws IOException {
        Set<String> named = wordsOfTests();
        assertThat(FindingCode.all()).allSatisfy(code -> assertThat(named.contains(code.code()))
                .as("%s is named by a test, or else in NOT_PRODUCED with the reason", code.code())
                .isEqualTo(!NOT_PRODUCED.containsKey(code)));
    }

    private static Set<String> wordsOfTests() throws IOException {
        Set<String> words = new HashSet<>();
        for (String module : new String[] {"bridge", "simulator"}) {
            try (Stream<Path> files = Files.walk(root().resolve(module).resolve("src/test/java"))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    words.addAll(List.of(NO_WORD.split(Files.readString(file))));
                }
            }
        }
        return words;
    }

    private static Set<String> codesIn(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = CODE.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String generated(String page) {
        return TABLE.matcher(page)
                .replaceAll(table -> Matcher.quoteReplacement(
                        table.group(1) + table(Objects.requireNonNull(TABLES.get(table.group(2)))) + table.group(3)));
    }

    private static String table(FindingCode[] codes) {
        return "| code | severity | meaning | usual cause | cure |\n|---|---|---|---|---|\n"
                + Stream.of(codes).map(code -> row(code.entry())).collect(Collectors.joining());
    }

    private static String row(FindingEntry entry) {
        String severities = entry.severities().stream().map(Severity::word).collect(Collectors.joining(", "));
        return "| `" + entry.code() + "` | " + severities + " | " + entry.meaning() + " | " + entry.cause() + " | "
                + phrase(entry.cure()) + " |\n";
    }

    /** A sentence as a cell of the table has it: without a capital and a full stop. */
    private static String phrase(String sentence) {
        String phrase =
                VERBATIM.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement("`" + found.group() + "`"));
        boolean word = phrase.length() > 1 && Character.isLowerCase(phrase.charAt(1));
        String begun = word ? Character.toLowerCase(phrase.charAt(0)) + phrase.substring(1) : phrase;
        return begun.endsWith(".") ? begun.substring(0, begun.length() - 1) : begun;
    }

    private static String page() throws IOException {
        return Files.readString(root().resolve("docs/findings.md"));
    }
}
