package dev.sidetone.bridge.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.agent.AgentTool;
import dev.sidetone.bridge.json.JsonText;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs the built-in tools. Stateless; each runs on the loop of the call that it is run for. */
final class BuiltinTools {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** An agent can be talked into anything: only telephone numbers are dialled. */
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,15}");

    private static final int MOST_KEYS = 32;
    private static final int USUAL_MOST = 100;

    private BuiltinTools() {}

    /** The outcome of a tool: a result, or the error. */
    record ToolOutcome(JsonNode result, @Nullable String error) {}

    /** @param order true when the agent expects no result, and so has nothing more to say */
    static ToolOutcome run(String name, JsonNode arguments, CallActions call, boolean order) {
        return switch (name) {
            case AgentTool.TRANSFER -> transfer(arguments, call, order);
            case AgentTool.END_CALL -> {
                call.hangUp(!order);
                yield done("ending", "the call ends after your next words");
            }
            case AgentTool.SEND_DTMF -> press(arguments, call);
            case AgentTool.RANDOM_NUMBER -> random(arguments);
            default -> failed("there is no tool " + name);
        };
    }

    private static ToolOutcome transfer(JsonNode arguments, CallActions call, boolean order) {
        String wanted = OfferedTools.wanted(arguments);
        if (!wanted.isEmpty() && !NUMBER.matcher(wanted).matches()) {
            return failed("the destination is not a telephone number");
        }
        return call.transfer(wanted.isEmpty() ? null : wanted, !order)
                ? done("transferring", "the caller is put through after your next words")
                : failed("nobody can be dialled: no destination was given and none is set up, or the call is ending");
    }

    private static ToolOutcome press(JsonNode arguments, CallActions call) {
        String keys =
                JsonText.of(arguments.path("digits")).toUpperCase(Locale.ROOT).replace('W', 'w');
        if (keys.isEmpty() || keys.length() > MOST_KEYS || !SignalTones.areKeys(keys)) {
            return failed("digits must be 1 to " + MOST_KEYS + " of 0 to 9, *, #, A to D, and w for a pause");
        }
        call.press(keys);
        return done("pressed", keys);
    }

    private static ToolOutcome random(JsonNode arguments) {
        long min = arguments.path("min").asLong(1);
        long max = arguments.path("max").asLong(Math.max(min, USUAL_MOST));
        if (min > max || max == Long.MAX_VALUE) {
            return failed("min must not be above max");
        }
        ObjectNode result = JSON.objectNode();
        return new ToolOutcome(result.put("number", ThreadLocalRandom.current().nextLong(min, max + 1)), null);
    }

    private static ToolOutcome done(String what, String words) {
        return new ToolOutcome(JSON.objectNode().put(what, words), null);
    }

    private static ToolOutcome failed(String why) {
        return new ToolOutcome(JSON.nullNode(), why);
    }
}
