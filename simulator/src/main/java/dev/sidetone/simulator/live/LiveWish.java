package dev.sidetone.simulator.live;

import org.jspecify.annotations.Nullable;

/**
 * What live mode is begun with.
 *
 * @param agent as in {@code --agent}
 * @param publicUrl the origin that Twilio reaches the bridge at, or null to look for one
 * @param number the number to use at once, E.164, or null to let a person choose
 */
public record LiveWish(String agent, @Nullable String publicUrl, @Nullable String number) {}
