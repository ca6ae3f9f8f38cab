package dev.sidetone.simulator.live;

import dev.sidetone.bridge.twilio.rest.TwilioApiException;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.live.address.NoPublicAddress;
import dev.sidetone.simulator.live.number.LoanRefused;
import dev.sidetone.simulator.live.number.RestoreResult;
import dev.sidetone.simulator.phone.PhoneState.Trouble;

/** Turns what went wrong in live mode into two sentences for a person: the problem and its cure. Stateless. */
final class TroubleText {
    private static final String SEPARATOR = ": ";

    private TroubleText() {}

    /** Describes the exceptions that live mode throws; any other is a fault inside Sidetone. */
    static Trouble of(Exception why) {
        if (why instanceof TwilioApiException rest) {
            return sentences(rest.what(), rest.cure());
        }
        if (why instanceof LoanRefused refused) {
            return sentences(refused.what(), refused.cure());
        }
        if (why instanceof NoPublicAddress nowhere) {
            return sentences(nowhere.what(), nowhere.cure());
        }
        if (why instanceof WrongSetting) {
            return split(String.valueOf(why.getMessage()), "Set it right and begin again");
        }
        if (why instanceof CannotRun) {
            return split(String.valueOf(why.getMessage()), "Begin again");
        }
        return new Trouble("Live mode broke inside Sidetone: " + why + ".", "Begin again.");
    }

    /** Describes a public address that does not lead to the bridge any more. */
    static Trouble unreached(String what, String cure) {
        return new Trouble("Calls do not reach this bridge: " + withStop(what), sentence(cure));
    }

    /** Describes a number that somebody else has changed. */
    static Trouble changed(String number, String settings) {
        return new Trouble(
                number + " was changed meanwhile, and its calls go elsewhere: it has " + settings + ".",
                "Leave live mode and begin again, to have its calls here; what somebody else has set stays when you leave.");
    }

    static Trouble of(RestoreResult result) {
        return new Trouble(result.what(), result.cure());
    }

    /** The command line's messages have the problem, a colon, and the cure. */
    private static Trouble split(String message, String usualCure) {
        int end = message.lastIndexOf(SEPARATOR);
        return end < 0
                ? sentences(message, usualCure)
                : sentences(message.substring(0, end), message.substring(end + SEPARATOR.length()));
    }

    private static Trouble sentences(String what, String cure) {
        return new Trouble(sentence(what), sentence(cure));
    }

    private static String sentence(String words) {
        String ended = withStop(words);
        return startsWithName(ended) || ended.isEmpty()
                ? ended
                : Character.toUpperCase(ended.charAt(0)) + ended.substring(1);
    }

    /** A host, a URL, an option or a setting keeps its letters. */
    private static boolean startsWithName(String words) {
        String first = words.split("\\s", 2)[0].replaceAll("[.,:;]$", "");
        return first.matches(".*[./:=\\[\\]_].*")
                || first.startsWith("-")
                || first.equals("localhost")
                || first.startsWith("localhost:");
    }

    private static String withStop(String words) {
        String text = words.strip();
        return text.isEmpty() || text.matches("(?s).*[.?!]") ? text : text + ".";
    }
}
