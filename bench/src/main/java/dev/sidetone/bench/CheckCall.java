package dev.sidetone.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * {@code CheckCall demo|microphone RESULT.json}: checks the result of a call against what such a call must give. Exit code 0 if it matches, 1
 * if not, with the problems on standard output, 2 for bad usage.
 */
public final class CheckCall {
    private CheckCall() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2 || !List.of("demo", "microphone").contains(args[0])) {
            System.err.println("usage: CheckCall demo|microphone RESULT.json");
            System.exit(2);
        }
        JsonNode call = new ObjectMapper().readTree(Path.of(args[1]).toFile());
        List<String> problems = args[0].equals("demo") ? demo(call) : microphone(call);
        System.out.println("TTFA of each turn, ms: " + ttfas(call));
        problems.forEach(System.out::println);
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    /** Returns the problems of a call of the demo caller. */
    static List<String> demo(JsonNode call) {
        List<String> problems = new ArrayList<>();
        want(
                count(call.path("turns"), CheckCall::isJudged) >= 2,
                "fewer than 2 judged turns",
                call.path("turns"),
                problems);
        want(
                count(call.path("bargeIns"), CheckCall::yieldedWithItsClear) == 1,
                "not one barge-in that yielded with its clear",
                call.path("bargeIns"),
                problems);
        want(call.path("dtmf").size() == 1, "not one DTMF", call.path("dtmf"), problems);
        want(
                call.path("findings").isArray() && call.path("findings").isEmpty(),
                "not without findings",
                call.path("findings"),
                problems);
        return problems;
    }

    /** Returns the problems of a call in which a person spoke once into the microphone. */
    static List<String> microphone(JsonNode call) {
        List<String> problems = new ArrayList<>();
        want(!ttfas(call).isEmpty(), "no turn with a TTFA", call.path("turns"), problems);
        return problems;
    }

    private static List<Double> ttfas(JsonNode call) {
        List<Double> ttfas = new ArrayList<>();
        for (JsonNode turn : call.path("turns")) {
            if (turn.path("ttfaMs").isNumber()) {
                ttfas.add(turn.path("ttfaMs").asDouble());
            }
        }
        return ttfas;
    }

    private static boolean isJudged(JsonNode turn) {
        return turn.path("judged").asBoolean() && turn.path("ttfaMs").isNumber();
    }

    private static boolean yieldedWithItsClear(JsonNode bargeIn) {
        return bargeIn.path("yielded").asBoolean() && bargeIn.path("clearMs").isNumber();
    }

    private static long count(JsonNode list, Predicate<JsonNode> what) {
        long count = 0;
        for (JsonNode node : list) {
            count += what.test(node) ? 1 : 0;
        }
        return count;
    }

    private static void want(boolean held, String otherwise, JsonNode shown, List<String> problems) {
        if (!held) {
            problems.add(otherwise + ": " + shown);
        }
    }
}
