package dev.sidetone.simulator.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.architecture.ProjectFolder;
import dev.sidetone.simulator.timeline.MeasuredAt;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FindingPageTest {
    @Test
    void everyCodesPlaceInTheDocumentsIsAHeadingThere() throws IOException {
        List<String> headings = Files.readAllLines(ProjectFolder.root().resolve("docs/findings.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> "docs/findings.md#"
                        + line.substring(3)
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9 -]", "")
                                .replace(' ', '-'))
                .toList();
        for (FindingCode code : FindingCode.all()) {
            FindingPage page = FindingPage.of(code.code());
            if (page.onTheWeb()) {
                assertThat(page.address()).isEqualTo("https://www.twilio.com/docs/api/errors/" + code.code());
            } else {
                assertThat(headings).contains(page.address());
            }
        }
    }

    @Test
    void aCodeOfALaterVersionHasItsDocumentAllTheSame() {
        assertThat(FindingPage.of("moon-phase"))
                .isEqualTo(new FindingPage("", "docs/findings.md", "docs/findings.md", false));
        assertThat(FindingPage.of("")).extracting(FindingPage::onTheWeb).isEqualTo(false);
    }

    @Test
    void aLiveCallIsLookedAtByFewerChecksThanASimulatedOne() {
        assertThat(FindingPage.checksAt(MeasuredAt.BRIDGE))
                .isPositive()
                .isLessThan(FindingPage.checksAt(MeasuredAt.EAR));
    }
}
