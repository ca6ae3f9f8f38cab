package dev.sidetone.simulator.live.number;

import dev.sidetone.bridge.twilio.rest.VoiceNumber;
import dev.sidetone.bridge.twilio.rest.VoiceSettings;
import dev.sidetone.simulator.line.net.UrlCredentials;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * What a number was before it was borrowed, and what we set it to. Immutable.
 *
 * @param account starts with AC
 * @param number as it was
 * @param written when, for a person
 */
record LoanNote(String account, VoiceNumber number, VoiceSettings ours, Instant written) {
    VoiceSettings before() {
        return number.settings();
    }

    /** What a person sets in Twilio's console to undo the loan. */
    String byHand() {
        return before().differingFrom(ours).stream()
                .map(each -> each.words() + ": "
                        + (before().get(each).isEmpty() ? "(nothing)" : UrlCredentials.redact(before().get(each))))
                .collect(Collectors.joining(", "));
    }
}
