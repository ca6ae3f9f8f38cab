package dev.sidetone.bridge.agent;

/**
 * What a tool gave for one call of it.
 *
 * @param callId as the call had it; empty for an agent's order that expects no result
 * @param json the result for the agent: a JSON value, of a failure too
 * @param failed whether the tool could not do it
 */
public record ToolResult(String callId, String json, boolean failed) {}
