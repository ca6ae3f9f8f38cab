package dev.sidetone.simulator.live;

import org.jspecify.annotations.Nullable;

/**
 * A request to start live mode. Immutable.
 *
 * @param agent the agent's name as in {@code --agent}
 * @param publicUrl the origin at which Twilio reaches the bridge; empty to search for one, null for the one in the settings
 * @param number the number to use at once, in E.164; null to let a person choose
 */
public record LiveRequest(String agent, @Nullable String publicUrl, @Nullable String number) {}
