package dev.sidetone.bridge.socket;

import static dev.sidetone.architecture.ProjectFolder.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.AdmissionBudget.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about security holds the budget's table. */
class SecurityPageTest {
    private static final String COMMAND = "mvn -q test -pl bridge -am -Dtest=SecurityPageTest -Dsecurity.page=write";
    private static final String BEGIN = "<!-- table of AdmissionBudget -->\n";
    private static final String END = "<!-- end of table -->";

    @Test
    void thePageHoldsTheBudget() throws IOException {
        Path page = root().resolve("docs/security.md");
        String written = Files.readString(page);
        int begin = written.indexOf(BEGIN) + BEGIN.length();
        String generated = written.substring(0, begin) + table() + written.substring(written.indexOf(END, begin));
        if ("write".equals(System.getProperty("security.page"))) {
            Files.writeString(page, generated);
            return;
        }
        assertThat(written)
                .as("docs/security.md does not say what the budget says. This writes it anew: %s", COMMAND)
                .isEqualTo(generated);
    }

    private static String table() {
        return "\n| counted | limit | at the limit | reason |\n|---|---|---|---|\n"
                + Arrays.stream(Limit.values()).map(SecurityPageTest::row).collect(Collectors.joining())
                + "\n";
    }

    private static String row(Limit limit) {
        return "| " + limit.counted + " | " + String.format(Locale.ROOT, "%,d", limit.usual) + " " + limit.unit.words
                + " | " + limit.effect + " | " + limit.reason + " |\n";
    }
}
