package dev.sidetone.bridge.agent;

/**
 * The result of one tool call.
 *
 * @param callId the id that the agent gave the call; empty for an order that expects no result
 * @param json the result for the agent, a JSON value; it describes the failure where the tool failed
 * @param failed whether the tool failed
 */
public record ToolResult(String callId, String json, boolean failed) {}
