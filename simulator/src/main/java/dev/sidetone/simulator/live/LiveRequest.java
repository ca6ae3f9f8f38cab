package dev.sidetone.simulator.live;

import org.jspecify.annotations.Nullable;

/**
 * What live mode is begun with.
 *
 * @param agent as in {@code --agent}
 * @param publicUrl the origin that Twilio reaches the bridge at, empty to look for one, or null for what the settings say
 * @param number the number to use at once, E.164, or null to let a person choose
 */
public record LiveRequest(String agent, @Nullable String publicUrl, @Nullable String number) {}
