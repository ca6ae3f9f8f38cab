package dev.sidetone.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AccuracyPageTest {
    @Test
    void theFiguresOfThePageAreReplacedAndItsWordsStay() throws Exception {
        String page = Files.readString(Path.of("../docs/accuracy.md"));

        String again = AccuracyPage.with("\n## New\n\n| 1 $ |\n\n", page);

        assertThat(again).contains("## New", "| 1 $ |").startsWith(page.substring(0, page.indexOf("<!--")));
        assertThat(again).doesNotContain("| openai |");
        assertThat(AccuracyPage.with("\n## New\n\n| 1 $ |\n\n", again)).isEqualTo(again);
    }

    @Test
    void aPageWithoutAPlaceForFiguresIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccuracyPage.with("", "# Another page"))
                .withMessageContaining("no place for figures");
    }
}
