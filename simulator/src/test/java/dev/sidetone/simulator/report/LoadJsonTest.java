package dev.sidetone.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sidetone.simulator.load.Capacity;
import dev.sidetone.simulator.load.LoadResult;
import dev.sidetone.simulator.load.LoadResult.Failure;
import dev.sidetone.simulator.load.LoadResult.Second;
import dev.sidetone.simulator.load.LoadResult.Spread;
import dev.sidetone.simulator.load.LoadStatus;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The keys that scripts and CI rely on. */
public class LoadJsonTest {
    private static final Spread NONE = new Spread(0, null, null, null);

    /** A load of three seconds, the second of which is withheld. */
    public static LoadResult load(@Nullable Capacity capacity) {
        Spread ttfa = new Spread(25, 612.3456, 820.0, 900.0);
        return new LoadResult(
                40,
                38,
                2,
                1,
                120,
                3,
                ttfa,
                new Spread(7, 300.0, null, null),
                new Spread(9_000, 0.1, 0.4, 0.9),
                12.5,
                1,
                List.of(
                        new Second(0, 10, ttfa, 0, 0.5, false),
                        new Second(1, 30, ttfa, 2, 7.25, true),
                        new Second(2, 40, NONE, 1, null, false)),
                List.of(new Failure("11200", "The webhook said <b>no</b>.", "Answer it.", 2)),
                capacity,
                null);
    }

    @Test
    void theJsonHasTheKeysOfTheContract() throws IOException {
        JsonNode json = read(new Capacity(35, Capacity.Limit.TTFA));
        assertThat(json.get("sidetone").isTextual()).isTrue();
        assertThat(json.get("calls").toString())
                .isEqualTo("{\"started\":40,\"answered\":38,\"failed\":2,\"dropped\":1}");
        assertThat(json.get("ttfa").toString()).isEqualTo("{\"n\":25,\"p50Ms\":612.346,\"p95Ms\":820.0}");
        assertThat(json.get("bargeIn").toString()).isEqualTo("{\"n\":7,\"silenceP50Ms\":300.0,\"silenceP95Ms\":null}");
        assertThat(json.at("/lateness/p50Ms").asDouble()).isEqualTo(0.1);
        assertThat(json.at("/lateness/p99Ms").asDouble()).isEqualTo(0.9);
        assertThat(json.at("/lateness/maxMs").asDouble()).isEqualTo(12.5);
        assertThat(json.at("/lateness/withheld").isBoolean()).isTrue();
        assertThat(json.at("/lateness/withheld").asBoolean()).isTrue();
        assertThat(json.at("/lateness/withheldSeconds").asInt()).isEqualTo(1);
        assertThat(json.get("capacity").toString()).isEqualTo("{\"calls\":35,\"limit\":\"ttfa\"}");
    }

    @Test
    void figuresOfAWithheldSecondAreNullButItsLatenessIsNot() throws IOException {
        JsonNode seconds = read(null).get("perSecond");
        assertThat(seconds.get(0).toString())
                .isEqualTo(
                        "{\"atS\":0,\"calls\":10,\"ttfaP50Ms\":612.346,\"failed\":0,\"latenessP99Ms\":0.5,\"withheld\":false}");
        assertThat(seconds.get(1).toString())
                .isEqualTo(
                        "{\"atS\":1,\"calls\":30,\"ttfaP50Ms\":null,\"failed\":null,\"latenessP99Ms\":7.25,\"withheld\":true}");
        assertThat(seconds.get(2).get("latenessP99Ms").isNull()).isTrue();
    }

    @Test
    void aLoadThatIsNoSearchHasNoCapacityAndASearchThatNothingStoppedHasNoLimit() throws IOException {
        assertThat(read(null).get("capacity").isNull()).isTrue();
        assertThat(read(new Capacity(70, null)).get("capacity").toString()).isEqualTo("{\"calls\":70,\"limit\":null}");
    }

    @Test
    void theTerminalSaysWhatFailedWhatIsWithheldAndWhatWasFound() {
        String text = new LoadReport(false).text(load(new Capacity(35, Capacity.Limit.GENERATOR)));
        assertThat(text)
                .contains("40 started, 38 answered, 2 failed, 1 dropped")
                .contains("2 × 11200: The webhook said")
                .contains("120, 3 without an answer")
                .contains("p50 612 ms, p95 820 ms, n 25")
                .contains("to silence p50 300 ms, p95 –, n 7")
                .contains("figures of 1 of 3 s are withheld")
                .contains("35 calls; above that this machine could not keep its callers' time");
    }

    @Test
    void theLiveLineIsOneLine() {
        LoadStatus status = new LoadStatus(
                65_000, 0, 0, 0, 0, new dev.sidetone.simulator.load.LoadWindow(0, 0, NONE, NONE, 0, 0, null), 0, "");
        assertThat(LoadReport.line(status))
                .isEqualTo("01:05 · 0 calls · started 0, answered 0, failed 0 · TTFA p50 –, p95 – · lateness p99 –");
    }

    private static JsonNode read(@Nullable Capacity capacity) throws IOException {
        return new ObjectMapper().readTree(LoadJson.write(load(capacity)));
    }
}
