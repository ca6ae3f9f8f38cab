package dev.sidetone.bridge.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.agent.AgentEvent.ToolCalled;
import dev.sidetone.bridge.agent.AgentMemory;
import dev.sidetone.bridge.agent.AgentTool;
import dev.sidetone.bridge.agent.ToolResult;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.bridge.time.Watchdog;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tools that one call's agent calls: built-in ones at once, others over HTTP with a timeout, and none that it was not offered,
 * on any wire. Every call of a tool gets exactly one result, even when it failed or was refused. Owned by the call's event loop.
 */
public final class CallTools {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long MS_NS = 1_000_000;
    /** An agent that calls more at a time is caught in a loop. */
    private static final int MOST_RUNNING = 16;

    private final List<AgentTool> tools;
    private final ToolClient http;
    private final Consumer<String> warnings;
    private final List<Running> running = new ArrayList<>();

    /**
     * @param tools the tools that were declared to the agent
     * @param warnings takes what the log should say of a tool that failed or was refused
     */
    public CallTools(List<AgentTool> tools, ToolClient http, Consumer<String> warnings) {
        this.warnings = warnings;
        this.tools = List.copyOf(tools);
        this.http = http;
    }

    /**
     * The reason why an agent is not obeyed.
     *
     * @param why a phrase that follows the tool's name
     * @param cure one sentence for the owner of the agent's settings
     */
    public record Refusal(String why, String cure) {}

    /**
     * The reason why {@code called} is not done, or null for what was offered.
     *
     * @param humanNumber the number that callers are transferred to when the agent names none, or null
     */
    public @Nullable Refusal refusal(ToolCalled called, @Nullable String humanNumber) {
        return OfferedTools.refusal(called, tool(called.name()), object(called.arguments()), humanNumber);
    }

    /**
     * Runs one call of a tool, or refuses it.
     *
     * @param done takes the result, now or later
     */
    public void run(ToolCalled called, CallActions call, Timers timers, Consumer<ToolResult> done) {
        JsonNode arguments = object(called.arguments());
        AgentTool tool = tool(called.name());
        Refusal refusal = refusal(called, call.humanNumber());
        if (tool == null || refusal != null) {
            done.accept(failed(
                    called,
                    called.name() + " "
                            + Objects.requireNonNull(refusal, "no tool").why()));
        } else if (arguments == null) {
            done.accept(failed(
                    called,
                    isTooLong(called.arguments())
                            ? "the arguments are longer than " + AgentMemory.ARGUMENT_CHARS + " characters"
                            : "the arguments are not a JSON object"));
        } else if (tool.http() != null && running.size() >= MOST_RUNNING) {
            done.accept(failed(called, "too many tools are running"));
        } else if (tool.http() != null) {
            running.add(new Running(called, tool, arguments, timers, done));
        } else {
            BuiltinTools.ToolOutcome outcome = BuiltinTools.run(tool.name(), arguments, call, called.order());
            done.accept(outcome.error() == null ? done(called, outcome.result()) : failed(called, outcome.error()));
        }
    }

    /** The number of tools that have not responded yet. */
    public int running() {
        return running.size();
    }

    /** Cancels all that are running: the call is over. */
    public void cancel() {
        List.copyOf(running).forEach(Running::cancel);
    }

    private @Nullable AgentTool tool(String name) {
        for (AgentTool tool : tools) {
            if (tool.name().equals(name)) {
                return tool;
            }
        }
        return null;
    }

    private static ToolResult done(ToolCalled called, JsonNode result) {
        return new ToolResult(called.callId(), result.toString(), false);
    }

    private ToolResult failed(ToolCalled called, String why) {
        warnings.accept("tool " + called.name() + " failed: " + why);
        ObjectNode error = JSON.createObjectNode().put("error", why);
        return new ToolResult(called.callId(), error.toString(), true);
    }

    private static @Nullable JsonNode object(String text) {
        JsonNode json = isTooLong(text) ? null : json(text.isBlank() ? "{}" : text);
        return json != null && json.isObject() ? json : null;
    }

    private static boolean isTooLong(String arguments) {
        return arguments.length() > AgentMemory.ARGUMENT_CHARS;
    }

    private static @Nullable JsonNode json(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return json.isMissingNode() ? null : json;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** A tool behind HTTP that has not responded yet. */
    private final class Running {
        private final ToolCalled called;
        private final Consumer<ToolResult> done;
        private final Runnable abort;
        private final Watchdog timeout;

        Running(ToolCalled called, AgentTool tool, JsonNode arguments, Timers timers, Consumer<ToolResult> done) {
            this.called = called;
            this.done = done;
            this.timeout = new Watchdog(
                    timers,
                    tool.timeoutMs() * MS_NS,
                    () -> end(failed(called, "no answer within " + tool.timeoutMs() + " ms")));
            this.abort = tool.http() == null
                    ? () -> {}
                    : http.post(tool.http(), arguments.toString(), timers, this::answered);
        }

        void cancel() {
            running.remove(this);
            timeout.stop();
            abort.run();
        }

        private void answered(ToolClient.ToolResponse answer) {
            if (!running.contains(this)) {
                return;
            }
            if (answer.failed()) {
                end(failed(called, answer.text()));
                return;
            }
            JsonNode result = json(answer.text().isBlank() ? "{}" : answer.text());
            end(result == null ? failed(called, "its answer is not JSON") : CallTools.done(called, result));
        }

        private void end(ToolResult result) {
            cancel();
            done.accept(result);
        }
    }
}
