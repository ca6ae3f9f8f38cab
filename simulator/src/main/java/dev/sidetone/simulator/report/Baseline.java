package dev.sidetone.simulator.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sidetone.bridge.file.RegularFile;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.recording.ResultJson;
import dev.sidetone.simulator.scenario.Checked;
import dev.sidetone.simulator.scenario.PlayedScenario;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.LatencyDigest;
import dev.sidetone.simulator.timeline.RunFigures;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An earlier run, from its JSON, that a later one is compared with: scenario by scenario, with the same agent or server. Immutable. */
public final class Baseline {
    /** A run of hundreds of calls; each has some ten KiB. */
    private static final int MOST_BYTES = 64 << 20;

    /** Fewer turns on either side say nothing about the server. */
    private static final int FEWEST = 5;

    /** How its expectations begin. */
    static final String WANT = "baseline: ";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * How much worse a figure may be. It is worse when it is beyond both: a small figure varies by much of itself, a large one by much.
     *
     * @param percent of the baseline's figure
     */
    public record Bounds(double percent, double ms) {
        /** Those that hold where nobody says otherwise. */
        public static final Bounds USUAL = new Bounds(20, 50);
    }

    private record Part(String name, String against) {}

    private final Map<Part, List<CallResult>> parts;
    private final Bounds bounds;

    private Baseline(Map<Part, List<CallResult>> parts, Bounds bounds) {
        this.parts = Map.copyOf(parts);
        this.bounds = bounds;
    }

    /** Reads the JSON that {@code run --json} wrote to {@code file}. */
    public static Baseline read(Path file, Bounds bounds) throws WrongSetting {
        String text;
        try {
            text = RegularFile.readText(file, MOST_BYTES);
        } catch (NoSuchFileException e) {
            throw wrong(file, "there is no such file: run once with --json to make one", e);
        } catch (RegularFile.Unfit e) {
            throw wrong(file, "it " + e.getMessage(), e);
        } catch (IOException e) {
            throw wrong(file, "it cannot be read: is it a text file, and yours to read?", e);
        }
        try {
            return new Baseline(parts(text), bounds);
        } catch (IOException e) {
            throw wrong(file, e.getMessage() + "; name a file that run --json wrote", e);
        }
    }

    private static WrongSetting wrong(Path file, String what, IOException cause) {
        return new WrongSetting("--baseline " + file + ": " + what, cause);
    }

    private static Map<Part, List<CallResult>> parts(String text) throws IOException {
        JsonNode scenarios = json(text).path("scenarios");
        if (!scenarios.isArray() || scenarios.isEmpty()) {
            throw new IOException("it is no result of a run: it has no scenarios");
        }
        Map<Part, List<CallResult>> calls = new HashMap<>();
        for (JsonNode scenario : scenarios) {
            JsonNode name = scenario.path("name");
            JsonNode against = scenario.path("against");
            if (!name.isTextual() || !against.isTextual()) {
                throw new IOException(
                        "it is no result of a run: a scenario in it has no name, or not what it was played against");
            }
            List<CallResult> all =
                    calls.computeIfAbsent(new Part(JsonText.of(name), JsonText.of(against)), part -> new ArrayList<>());
            for (JsonNode call : scenario.path("calls")) {
                all.add(ResultJson.read(call.toString()));
            }
        }
        return calls;
    }

    private static JsonNode json(String text) throws IOException {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IOException("it is no JSON", e);
        }
    }

    /** Compares {@code now}: a row for each figure, which is neither held nor failed where there is too little to compare. */
    public List<Checked> compare(PlayedScenario now) {
        List<CallResult> calls = parts.get(new Part(now.scenario().name(), now.against()));
        if (calls == null) {
            return List.of(row(
                    WANT + "no slower than before",
                    "not compared: the baseline has no scenario of this name against " + now.against(),
                    null));
        }
        RunFigures before = new RunFigures(calls);
        RunFigures today = new RunFigures(JudgedCalls.of(now).calls());
        List<Checked> rows = new ArrayList<>();
        medians("TTFA p50", before.ttfa(), today.ttfa(), rows);
        Double before95Ms = before.ttfa().p95Ms();
        Double today95Ms = today.ttfa().p95Ms();
        if (before95Ms != null && today95Ms != null) {
            rows.add(compare("TTFA p95", before.ttfa(), before95Ms, today.ttfa(), today95Ms));
        }
        medians("time to silence p50", before.silence(), today.silence(), rows);
        return rows;
    }

    /** Of a scenario without a barge-in there is no time to silence to speak of. */
    private void medians(String figure, LatencyDigest before, LatencyDigest now, List<Checked> rows) {
        Double beforeMs = before.p50Ms();
        Double nowMs = now.p50Ms();
        if (beforeMs != null && nowMs != null && before.count() >= FEWEST && now.count() >= FEWEST) {
            rows.add(compare(figure, before, beforeMs, now, nowMs));
        } else if (beforeMs != null || nowMs != null) {
            rows.add(row(
                    WANT + figure + " no worse than before",
                    "not compared: n=" + before.count() + " before and n=" + now.count() + " now, and " + FEWEST
                            + " are needed",
                    null));
        }
    }

    private Checked compare(String figure, LatencyDigest before, double beforeMs, LatencyDigest now, double nowMs) {
        double mostMs = beforeMs + Math.max(beforeMs * bounds.percent / 100, bounds.ms);
        return row(
                WANT + figure + " at most " + Figures.wholeMs(mostMs) + ", which is " + Figures.wholeMs(beforeMs)
                        + " (n=" + before.count() + ") and the larger of " + plain(bounds.percent) + " % and "
                        + plain(bounds.ms) + " ms",
                Figures.wholeMs(nowMs) + " (n=" + now.count() + "), " + difference(beforeMs, nowMs),
                nowMs <= mostMs);
    }

    private static String difference(double beforeMs, double nowMs) {
        long differenceMs = Math.round(Math.abs(nowMs - beforeMs));
        if (differenceMs == 0) {
            return "as before";
        }
        String percent = beforeMs == 0 ? "" : " (" + Math.round(differenceMs * 100 / beforeMs) + " %)";
        return differenceMs + " ms" + percent + (nowMs > beforeMs ? " slower" : " faster");
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private static Checked row(String want, String got, @Nullable Boolean held) {
        return new Checked(null, want, got, null, held);
    }
}
