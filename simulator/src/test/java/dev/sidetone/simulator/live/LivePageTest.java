package dev.sidetone.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.architecture.ProjectFolder;
import dev.sidetone.bridge.twilio.rest.TwilioErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about live mode holds the table of Twilio's error codes from which the program takes its cures. */
class LivePageTest {
    private static final String COMMAND = "mvn -q test -pl simulator -am -Dtest=LivePageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dlive.page=write";
    private static final Pattern TABLE =
            Pattern.compile("(?s)(<!-- table of ([A-Z, ]+) -->\n).*?(<!-- end of table -->)");
    private static final String HEAD = "| code | where | meaning | what helps |\n|---|---|---|---|\n";

    @Test
    void thePageHoldsTheTableOfCodes() throws IOException {
        Path page = page();
        String written = Files.readString(page);
        String generated = TABLE.matcher(written)
                .replaceAll(table -> Matcher.quoteReplacement(
                        table.group(1) + HEAD + rows(List.of(table.group(2).split(", "))) + table.group(3)));
        if ("write".equals(System.getProperty("live.page"))) {
            Files.writeString(page, generated);
            return;
        }
        assertThat(written)
                .as("docs/live.md does not say what the table says. This writes it anew: %s", COMMAND)
                .isEqualTo(generated);
    }

    @Test
    void everyCodeIsOnThePageOnce() throws IOException {
        String page = Files.readString(page());
        assertThat(Arrays.stream(TwilioErrorCode.values()).flatMap(each -> each.codes().stream()))
                .doesNotHaveDuplicates();
        for (TwilioErrorCode each : TwilioErrorCode.values()) {
            assertThat(page).containsOnlyOnce(row(each));
        }
    }

    private static String rows(List<String> places) {
        return Arrays.stream(TwilioErrorCode.values())
                .filter(each -> places.contains(each.place().name()))
                .map(LivePageTest::row)
                .collect(Collectors.joining());
    }

    private static String row(TwilioErrorCode each) {
        String codes = each.codes().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "| " + codes + " | " + each.where() + " | " + each.meaning() + " | " + each.cure() + " |\n";
    }

    private static Path page() {
        return ProjectFolder.root().resolve("docs/live.md");
    }
}
