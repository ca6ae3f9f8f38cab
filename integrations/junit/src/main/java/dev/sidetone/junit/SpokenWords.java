package dev.sidetone.junit;

import org.jspecify.annotations.Nullable;

/**
 * Words of a call, as the agent wrote them down.
 *
 * @param atMs when they came, on the call's clock, or null before it runs
 * @param speaker {@code caller} or {@code agent}
 */
public record SpokenWords(@Nullable Double atMs, String speaker, String text) {}
