package dev.sidetone.simulator.line;

import dev.sidetone.simulator.timeline.EndedBy;
import org.jspecify.annotations.Nullable;

/**
 * The end of a call. Immutable.
 *
 * @param answered whether the caller was ever on the line
 * @param cause the reason for which nobody answered, where one was given
 */
public record CallEnding(EndedBy by, String why, boolean answered, @Nullable ReleaseCause cause) {}
