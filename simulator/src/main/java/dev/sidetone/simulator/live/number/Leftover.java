package dev.sidetone.simulator.live.number;

import dev.sidetone.bridge.twilio.rest.VoiceNumber;

/**
 * The later fate of addresses that a number has when it is borrowed and that look like another Sidetone's: at one origin, with the
 * bridge's own routes. Another machine has the number, or left it so and its note is lost.
 */
public enum Leftover {
    /** They are the owner's, and are put back at the end. */
    KEEP,
    /** Nobody is there any more: they are empty at the end. */
    CLEAR;

    /** The number as it is to be at the end. */
    VoiceNumber owners(VoiceNumber now) {
        return this == KEEP || LoanSettings.leftover(now.settings()).isEmpty()
                ? now
                : new VoiceNumber(now.sid(), now.number(), now.name(), LoanSettings.withoutLeftover(now.settings()));
    }
}
