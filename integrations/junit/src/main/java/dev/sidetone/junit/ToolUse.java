package dev.sidetone.junit;

import org.jspecify.annotations.Nullable;

/**
 * A tool that the agent called.
 *
 * @param atMs when, on the call's clock, or null before it runs
 * @param arguments a JSON object as text
 */
public record ToolUse(@Nullable Double atMs, String tool, String arguments) {}
