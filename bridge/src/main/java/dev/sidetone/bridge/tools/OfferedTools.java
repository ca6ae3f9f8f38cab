package dev.sidetone.bridge.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.agent.AgentEvent.ToolCalled;
import dev.sidetone.bridge.agent.AgentTool;
import dev.sidetone.bridge.agent.Destinations;
import dev.sidetone.bridge.json.JsonText;
import org.jspecify.annotations.Nullable;

/** Decides whether what an agent calls was offered to it. Every tool call and every order of every wire passes here. Stateless. */
final class OfferedTools {
    private OfferedTools() {}

    /**
     * The reason to refuse {@code called}, or null for what was offered.
     *
     * @param tool the tool of that name that was declared to the agent, or null for none
     * @param arguments of the call, or null where they are no JSON object
     */
    static CallTools.@Nullable Refusal refusal(
            ToolCalled called, @Nullable AgentTool tool, @Nullable JsonNode arguments, @Nullable String humanNumber) {
        if (tool == null) {
            return undeclared(called.name());
        }
        if (called.callId().isEmpty() && !called.order()) {
            return new CallTools.Refusal(
                    "was called without an id, so that no result can be given",
                    "Let the agent send the id of each call of a tool, as its wire has it.");
        }
        return tool.name().equals(AgentTool.TRANSFER) && arguments != null
                ? unlisted(wanted(arguments), tool.destinations(), humanNumber)
                : null;
    }

    private static CallTools.Refusal undeclared(String name) {
        String why = "was not offered to the agent";
        return AgentTool.builtin(name) == null
                ? new CallTools.Refusal(
                        why, "Declare it under tools: in the agent's settings, or leave it out of its instructions.")
                : new CallTools.Refusal(
                        why,
                        "If it may, write { builtin: " + name
                                + " } under tools: in the agent's settings (--agent-config).");
    }

    private static CallTools.@Nullable Refusal unlisted(
            String wanted, Destinations allowed, @Nullable String humanNumber) {
        if (wanted.isEmpty() || allowed.allow(wanted)) {
            return null;
        }
        if (humanNumber != null && Destinations.plain(humanNumber).equals(wanted)) {
            return null;
        }
        return new CallTools.Refusal(
                "names a destination that is not allowed: " + wanted,
                "If callers may be put through to it, write { builtin: " + AgentTool.TRANSFER + ", destinations: [ \""
                        + wanted + "\" ] } under tools: in the agent's settings, or set HUMAN_NUMBER to it.");
    }

    /** The number that a transfer names, without what people write between its digits; empty for none. */
    static String wanted(JsonNode arguments) {
        return Destinations.plain(JsonText.of(arguments.path("destination")));
    }
}
