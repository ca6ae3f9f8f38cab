package dev.sidetone.bridge.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.agent.AgentTool;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tools that the bridge brings along. Stateless; each runs on the loop of the call that it is run for. */
final class BuiltinTools {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** An agent can be talked into dialling anything: only telephone numbers are dialled. */
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,15}");

    private static final int MOST_KEYS = 32;
    private static final int USUAL_MOST = 100;

    private BuiltinTools() {}

    /** What became of it: a result, or what is wrong. */
    record Outcome(JsonNode result, @Nullable String error) {}

    /** @param order whether the agent expects no result, and so has said what it had to say */
    static Outcome run(String name, JsonNode arguments, CallActions line, boolean order) {
        return switch (name) {
            case AgentTool.TRANSFER -> transfer(arguments, line, order);
            case AgentTool.END_CALL -> {
                line.hangUp(!order);
                yield done("ending", "the call ends after your next words");
            }
            case AgentTool.SEND_DTMF -> press(arguments, line);
            case AgentTool.RANDOM_NUMBER -> random(arguments);
            default -> failed("there is no tool " + name);
        };
    }

    private static Outcome transfer(JsonNode arguments, CallActions line, boolean order) {
        String wanted = arguments.path("destination").asText().replaceAll("[\\s().-]", "");
        if (!wanted.isEmpty() && !NUMBER.matcher(wanted).matches()) {
            return failed("the destination is not a telephone number");
        }
        return line.transfer(wanted.isEmpty() ? null : wanted, !order)
                ? done("transferring", "the caller is put through after your next words")
                : failed("nobody can be dialled: no destination was given and none is set up, or the call is ending");
    }

    private static Outcome press(JsonNode arguments, CallActions line) {
        String keys = arguments.path("digits").asText().toUpperCase(Locale.ROOT).replace('W', 'w');
        if (keys.isEmpty() || keys.length() > MOST_KEYS || !SignalTones.areKeys(keys)) {
            return failed("digits must be 1 to " + MOST_KEYS + " of 0 to 9, *, #, A to D, and w for a pause");
        }
        line.press(keys);
        return done("pressed", keys);
    }

    private static Outcome random(JsonNode arguments) {
        long min = arguments.path("min").asLong(1);
        long max = arguments.path("max").asLong(Math.max(min, USUAL_MOST));
        if (min > max || max == Long.MAX_VALUE) {
            return failed("min must not be above max");
        }
        ObjectNode result = JSON.objectNode();
        return new Outcome(result.put("number", ThreadLocalRandom.current().nextLong(min, max + 1)), null);
    }

    private static Outcome done(String what, String words) {
        return new Outcome(JSON.objectNode().put(what, words), null);
    }

    private static Outcome failed(String why) {
        return new Outcome(JSON.nullNode(), why);
    }
}
