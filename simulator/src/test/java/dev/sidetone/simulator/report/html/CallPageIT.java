package dev.sidetone.simulator.report.html;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.simulator.report.Figures;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The page as a browser shows and plays it: one Chromium for all tests, which share its window. */
@Timeout(240)
@Execution(ExecutionMode.SAME_THREAD)
class CallPageIT {
    private static final int[] WIDTHS = {400, 1280};

    @TempDir
    private static Path folder = Path.of("");

    private static @Nullable Chromium started;
    private static PageCall eventful = PageCalls.plain("");
    private static URI single = URI.create("about:blank");
    private static URI several = URI.create("about:blank");
    private static URI compared = URI.create("about:blank");

    @BeforeAll
    static void pagesAreWrittenAndABrowserStarts() throws IOException {
        if (Chromium.installed().isEmpty()) {
            return;
        }
        eventful = PageCalls.eventful();
        CallPage one = new CallPage("One call");
        one.add(eventful);
        single = written("one.html", one);
        CallPage run = new CallPage("calls");
        run.add(PageCalls.plain("calls/first"));
        run.add(eventful);
        several = written("several.html", run);
        compared = written("compared.html", CallPage.compared("Both", PageCalls.plain("before"), eventful));
        started = Chromium.start(Chromium.installed().get());
    }

    private static URI written(String name, CallPage page) throws IOException {
        return Files.writeString(folder.resolve(name), page.html()).toUri();
    }

    @AfterAll
    static void theBrowserEnds() {
        if (started != null) {
            started.close();
        }
    }

    @BeforeEach
    void aBrowserIsThere() {
        assumeTrue(started != null, "no Chromium is installed here, which would look at the page: install chromium");
    }

    @Test
    void everyTextCanBeReadInBothThemesOnAPhoneAndOnADesk() throws IOException {
        for (URI page : new URI[] {single, several, compared}) {
            browser().open(page, WIDTHS[0], false);
            browser().run("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
            for (int width : WIDTHS) {
                for (boolean dark : new boolean[] {false, true}) {
                    browser().show(width, dark);
                    JsonNode wrong = browser().run(resource("layout.js"));
                    assertThat(wrong)
                            .as("%s, %d wide, dark: %s", page, width, dark)
                            .isEmpty();
                }
            }
            assertQuiet(page);
        }
    }

    @Test
    void whatCannotBeReadIsFound() throws IOException {
        browser().open(single, WIDTHS[1], false);

        browser()
                .run(
                        "document.head.append(el('style', '', '.figures { margin-top: -28px } .dim { color: #ddd !important }'"
                                + " + ' .turns h3 { margin-left: -40px } body { min-width: 1400px }'))");

        assertThat(browser().run(resource("layout.js")).toString())
                .contains("over each other: ", "out of sight: Turns", "the page is 1400 wide");
        assertThat(browser().run(resource("contrast.js")).toString()).contains("p95 withheld");
    }

    @Test
    void theFiguresAreThoseOfTheResultAndWhatStrangersSayIsTextAndNothingElse() {
        browser().open(single, WIDTHS[1], false);
        String text = browser().run("document.body.innerText").asText();

        eventful.result().turns().forEach(turn -> assertThat(text)
                .contains(Figures.clock(turn.callerStartAtMs()) + " – " + Figures.clock(turn.callerEndAtMs()))
                .contains(Figures.ms(turn.ttfaMs())));
        eventful.result().findings().forEach(found -> assertThat(text).contains(found.code()));
        assertThat(text)
                .contains(
                        "We are open from nine until six.",
                        "silence within 50 ms",
                        "silent after 80 ms",
                        "not judged: the agent within 2 s",
                        "5 at ")
                .contains("</script><script>window.broken=1</script><img src=x onerror='window.broken=1'>", "{{json}}");
        assertThat(browser().run("typeof window.broken").asText()).isEqualTo("undefined");
        assertThat(browser().run("document.images.length").asInt()).isZero();
        assertQuiet(single);
    }

    @Test
    void spacePlaysAllOfTheSoundAndAPlayheadFollowsAndALinkJumps() {
        browser().open(single, WIDTHS[0], true);

        browser().press(" ");
        browser().await("built[0].player.isPlaying() && built[0].player.atMs() > 300");
        browser().press(" ");
        browser().await("!built[0].player.isPlaying()");

        assertThat(browser()
                        .run("Number(document.querySelector('svg .now').getAttribute('x1')) > 58")
                        .asBoolean())
                .isTrue();
        assertThat(browser()
                        .run("document.querySelector('.tools .number').textContent")
                        .asText())
                .isNotEqualTo("00:00.0 / 00:15.0")
                .endsWith(" / 00:15.0");
        assertThat(browser()
                        .run(
                                "new Promise((known) => { const audio = new Audio(URL.createObjectURL(wavOf(0)));"
                                        + " audio.onloadedmetadata = () => known(audio.duration); audio.onerror = () => known(-1); })")
                        .asDouble())
                .isEqualTo(15);

        browser().run("document.querySelector('.problem-item.warning a').click()");
        browser().await("built[0].player.isPlaying() && built[0].player.atMs() >= 5300");
        assertThat(browser().run("location.hash").asText()).isEqualTo("#call=1&t=5.30");
        assertQuiet(single);
    }

    @Test
    void anAddressWithAMomentOpensThere() {
        browser().open(URI.create(several + "#call=2&t=12.3"), WIDTHS[0], false);

        browser().await("active === 1 && built[1].player.atMs() >= 12300");
        assertThat(browser().run("document.querySelectorAll('.call').length").asInt())
                .isEqualTo(1);
        assertQuiet(several);
    }

    @Test
    void theKeysGoFromProblemToProblem() {
        browser().open(single, WIDTHS[1], false);

        browser().press("n");
        double first = browser().run("built[0].player.atMs()").asDouble();
        browser().press("n");
        double second = browser().run("built[0].player.atMs()").asDouble();
        browser().press("p");

        assertThat(first).isEqualTo(5000);
        assertThat(second).isGreaterThan(first);
        assertThat(browser().run("built[0].player.atMs()").asDouble()).isEqualTo(first);
        assertThat(browser()
                        .run("document.querySelector('.problem-item.current').innerText")
                        .asText())
                .contains("not held: silence within 50 ms");
        browser().press("ArrowRight");
        assertThat(browser().run("built[0].player.atMs()").asDouble()).isEqualTo(first + 1000);
    }

    private static void assertQuiet(URI page) {
        assertThat(browser().complaints()).as("what the console says").isEmpty();
        assertThat(browser().requests())
                .as("what was asked for")
                .isNotEmpty()
                .allMatch(url -> url.startsWith("blob:")
                        || url.startsWith("data:")
                        || url.split("#", -1)[0].equals(page.toString()));
    }

    private static Chromium browser() {
        return requireNonNull(started);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = requireNonNull(CallPageIT.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
