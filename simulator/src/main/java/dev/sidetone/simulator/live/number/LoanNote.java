package dev.sidetone.simulator.live.number;

import dev.sidetone.bridge.twilio.rest.VoiceNumber;
import dev.sidetone.bridge.twilio.rest.VoiceSettings;
import java.time.Instant;

/**
 * The note of a borrowed number: its settings before the loan, and the settings that the loan gave it. Immutable.
 *
 * @param account the account's SID, starts with AC
 * @param number the number as it was
 * @param ours the settings that the loan gave it
 * @param written the time of the note, for a person
 */
record LoanNote(String account, VoiceNumber number, VoiceSettings ours, Instant written) {
    VoiceSettings before() {
        return number.settings();
    }

    /** The settings that a person enters in Twilio's console to undo the loan. */
    String byHand() {
        return LoanSettings.words(before().differingFrom(ours), before());
    }
}
