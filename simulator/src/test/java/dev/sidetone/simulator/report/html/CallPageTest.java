package dev.sidetone.simulator.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.simulator.recording.ResultJson;
import dev.sidetone.simulator.report.CallReport;
import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.sound.TwoChannels;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is in the file of a page, before any browser reads it. */
class CallPageTest {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:src|href)\\s*=\\s*[\"']?(?!data:,)[^\"'>]*:|url\\(h|@import|fetch\\(|https?://(?!www\\.w3\\.org/2000/svg)");

    @Test
    void thePageAsksForNothingOutsideItself() {
        CallPage page = new CallPage("One");
        page.add(PageCalls.plain("a"));

        assertThat(ADDRESS.matcher(page.html()).results().map(found -> found.group()))
                .isEmpty();
        assertThat(page.html()).contains("default-src 'none'");
    }

    @Test
    void whatStrangersSayCannotEndAnElement() throws IOException {
        CallPage page = new CallPage(PageCalls.HOSTILE);
        page.add(PageCalls.eventful());

        assertThat(page.html()).doesNotContain("<img", "<script>window.broken");
        assertThat(json(page.html()).at("/calls/0/turns/0/said/0/text").asText())
                .startsWith("</script><script>");
        assertThat(page.html().split("</script>", -1)).hasSize(1 + 1 + 4 + 1);
    }

    @Test
    void theFiguresAreTheWordsOfTheReport() throws IOException {
        PageCall call = PageCalls.eventful();
        CallPage page = new CallPage("One");
        page.add(call);

        JsonNode shown = json(page.html()).at("/calls/0");
        String report = new CallReport(false).text(call.result());
        shown.at("/lines")
                .forEach(line -> assertThat(report).contains(line.at("/text").asText()));
        shown.at("/turns")
                .forEach(turn -> assertThat(report).contains(turn.at("/ttfa").asText()));
        JsonNode result = new ObjectMapper().readTree(ResultJson.write(call.result()));
        for (int i = 0; i < result.at("/turns").size(); i++) {
            JsonNode ttfaMs = result.at("/turns/" + i + "/ttfaMs");
            assertThat(shown.at("/turns/" + i + "/ttfa").asText())
                    .isEqualTo(Figures.ms(ttfaMs.isNull() ? null : (Double) ttfaMs.asDouble()));
        }
    }

    @Test
    void aReaderWithoutScriptsHasTheReportOfTheTerminal() {
        PageCall call = PageCalls.plain("a");
        CallPage page = new CallPage("One");
        page.add(call);

        String html = page.html();
        int from = html.indexOf("<noscript><pre>");
        assertThat(html.substring(from, html.indexOf("</pre>", from)))
                .contains("Call CA", "p50 920 ms · p95 withheld below 20 · n=1", "Findings  none");
    }

    @Test
    void thePageHasBothVoicesAsTheLineCarriedThem() {
        short[] caller = {1000, -1000, 30_000};
        short[] agent = {0, 8, 100};
        PageSound sound = new PageSound(new TwoChannels(agent, caller), false, 0);

        byte[] said = Base64.getDecoder().decode(sound.mulaw(true, 1));
        assertThat(said)
                .containsExactly(Mulaw.encode((short) 1000), Mulaw.encode((short) -1000), Mulaw.encode((short) 30_000));
        assertThat(Base64.getDecoder().decode(sound.levels(true))).containsExactly(30_000 >> 8);
    }

    @Test
    void aPageThatIsFullSaysWhatItLeavesOut() throws IOException {
        CallPage page = new CallPage("Long");
        page.add(silent("a", 12));
        page.add(silent("b", 12));
        page.add(silent("c", 12));

        String html = page.html();
        JsonNode calls = json(html).at("/calls");
        assertThat(calls.at("/0/sound/leftOut").asText()).isEmpty();
        assertThat(calls.at("/1/sound/leftOut").asText())
                .isEqualTo("Its sound is on the page up to 08:00.0: the page has as much as it may.");
        assertThat(calls.at("/2/sound/leftOut").asText())
                .isEqualTo("Its sound is left out: the page has as much as it may.");
        assertThat(html.length()).isLessThan(27_000_000);
    }

    private static PageCall silent(String name, int minutes) {
        PageSound sound =
                new PageSound(new TwoChannels(new short[minutes * 60 * 8000], new short[minutes * 60 * 8000]), true, 0);
        return new PageCall(name, true, PageCalls.plain(name).result(), sound, null, List.of(), List.of());
    }

    private static JsonNode json(String html) throws IOException {
        String begin = "<script type=\"application/json\" id=\"json\">";
        int from = html.indexOf(begin) + begin.length();
        return new ObjectMapper().readTree(html.substring(from, html.indexOf("</script>", from)));
    }
}
