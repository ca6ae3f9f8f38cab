package dev.sidetone.simulator.live;

import dev.sidetone.bridge.twilio.rest.TwilioApiException;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.live.address.AddressCheck;
import dev.sidetone.simulator.live.address.NoPublicAddress;
import dev.sidetone.simulator.live.number.LoanRefused;
import dev.sidetone.simulator.phone.PhoneState.Trouble;

/** What stands in live mode's way, said to a person: a sentence about it, and one about what helps. Stateless. */
final class Troubles {
    private static final String SEPARATOR = ": ";

    private Troubles() {}

    static Trouble of(TwilioApiException trouble) {
        return new Trouble(sentence(trouble.what()), sentence(trouble.cure()));
    }

    static Trouble of(LoanRefused refused) {
        return new Trouble(sentence(refused.what()), sentence(refused.cure()));
    }

    static Trouble of(NoPublicAddress nowhere) {
        return new Trouble(sentence(nowhere.what()), sentence(nowhere.cure()));
    }

    static Trouble of(AddressCheck.Report report) {
        return new Trouble(sentence(report.what()), sentence(report.cure()));
    }

    /** The command line's words: what is wrong, a colon, what to do. */
    static Trouble of(WrongSetting wrong) {
        return split(String.valueOf(wrong.getMessage()), "Set it right and begin again");
    }

    static Trouble of(CannotRun broken) {
        return split(String.valueOf(broken.getMessage()), "Begin again");
    }

    static Trouble inside(RuntimeException broken) {
        return new Trouble("Live mode broke inside Sidetone: " + broken + ".", "Begin again.");
    }

    private static Trouble split(String said, String usualCure) {
        int end = said.lastIndexOf(SEPARATOR);
        return end < 0
                ? new Trouble(sentence(said), sentence(usualCure))
                : new Trouble(sentence(said.substring(0, end)), sentence(said.substring(end + SEPARATOR.length())));
    }

    private static String sentence(String said) {
        String text = said.strip();
        if (text.isEmpty()) {
            return text;
        }
        char last = text.charAt(text.length() - 1);
        String ended = last == '.' || last == '?' || last == '!' ? text : text + ".";
        return Character.toUpperCase(ended.charAt(0)) + ended.substring(1);
    }
}
