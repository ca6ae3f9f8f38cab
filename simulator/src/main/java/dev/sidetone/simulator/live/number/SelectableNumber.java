package dev.sidetone.simulator.live.number;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.bridge.twilio.rest.VoiceNumber;
import java.util.List;

/**
 * A voice number of the account, as a person chooses it. Immutable.
 *
 * @param sid Twilio's SID, starts with PN
 * @param number the number in E.164
 * @param name the name that its owner gave it, or empty
 * @param changes the settings that borrowing it would change; empty for a number that is borrowed
 * @param leftover its voice URL where that looks like another Sidetone's, see {@link Leftover}; else empty
 */
public record SelectableNumber(String sid, String number, String name, List<NumberChange> changes, String leftover) {
    public SelectableNumber {
        number = ForeignText.line(number);
        name = ForeignText.line(name);
        leftover = ForeignText.line(leftover);
        changes = List.copyOf(changes);
    }

    /** A number whose addresses are its owner's. */
    public SelectableNumber(String sid, String number, String name, List<NumberChange> changes) {
        this(sid, number, name, changes, "");
    }

    /**
     * A number that is not borrowed.
     *
     * @param origin the bridge's public origin, such as {@code https://voice.example}
     */
    public static SelectableNumber free(VoiceNumber number, String origin) {
        return new SelectableNumber(
                number.sid(),
                number.number(),
                number.name(),
                NumberLoans.changes(number, origin),
                LoanSettings.leftover(number.settings()));
    }

    /** A number that rings the bridge. */
    public static SelectableNumber borrowed(VoiceNumber number) {
        return new SelectableNumber(number.sid(), number.number(), number.name(), List.of());
    }

    /** The number, followed by its name where that says more. */
    public String label() {
        return name.isEmpty() || name.equals(number) ? number : number + " (" + name + ")";
    }
}
