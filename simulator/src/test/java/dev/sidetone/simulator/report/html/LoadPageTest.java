package dev.sidetone.simulator.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.load.Capacity;
import dev.sidetone.simulator.load.LoadResult.Second;
import dev.sidetone.simulator.load.LoadResult.Spread;
import dev.sidetone.simulator.report.LoadJsonTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadPageTest {
    private static final Spread SOME = new Spread(25, 600.0, 820.0, null);

    @Test
    void thePageHasFiguresChartsAndReasonsAndNothingThatRunsOrIsFetched() {
        String page = LoadPage.html(LoadJsonTest.load(new Capacity(35, Capacity.Limit.TTFA)));
        assertThat(page)
                .contains("Load of 40 calls at once, 3 s")
                .contains("Calls at once", "Time to first audio", "Calls that failed or broke off", "Lateness of this")
                .contains("The webhook said &lt;b&gt;no&lt;/b&gt;.")
                .contains("Capacity: 35 calls; above that answers came late")
                .contains("prefers-color-scheme: dark")
                .doesNotContain("<script", "{{", "http://", "https://");
    }

    @Test
    void aWithheldSecondIsShadedAndHasNoTime() {
        String page = LoadPage.html(LoadJsonTest.load(null));
        assertThat(page).contains("class=\"withheld\"").contains("<td>withheld</td>");
    }

    @Test
    void ofALongLoadAPointIsTheWorstOfItsSeconds() {
        List<Second> seconds = IntStream.range(0, 3_000)
                .mapToObj(at -> new Second(at, at, SOME, at == 7 ? 1 : 0, at == 8 ? 4.0 : 0.5, false))
                .toList();
        List<LoadPoint> points = LoadPoint.of(seconds);
        assertThat(points).hasSize(LoadPoint.MOST);
        assertThat(points.get(1)).isEqualTo(new LoadPoint(5, 10, 9, 600.0, 820.0, 1, 4.0, false));
    }
}
