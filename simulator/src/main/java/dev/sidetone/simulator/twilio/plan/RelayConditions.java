package dev.sidetone.simulator.twilio.plan;

import java.util.List;

/**
 * How Twilio's ConversationRelay behaves where only a recogniser and a voice of its own would decide. Immutable.
 *
 * @param endOfTurnMs the silence after the caller's last word until the final prompt, unless the TwiML's speechTimeout says it
 * @param voiceDelayMs how long the voice takes from a text to its first sound
 * @param words what a caller says whose words nobody knows, one utterance each, in order
 */
public record RelayConditions(long endOfTurnMs, long voiceDelayMs, List<String> words) {
    /** As measured of Twilio, about. */
    public static final RelayConditions USUAL = new RelayConditions(600, 300, List.of());

    public RelayConditions {
        words = List.copyOf(words);
    }
}
