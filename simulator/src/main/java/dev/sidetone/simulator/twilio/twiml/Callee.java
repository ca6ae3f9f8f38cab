package dev.sidetone.simulator.twilio.twiml;

import java.util.Locale;

/**
 * The party that a {@code <Dial>} rings, and the outcome. Numbers that end in 0486 and names that begin with busy are busy, 0480 and no-answer
 * do not answer, 0404 and failed fail; everybody else picks up. Immutable.
 *
 * @param to the number, {@code client:name}, {@code sip:…} or {@code conference:name}
 */
record Callee(String to, Fate fate) {
    /** The outcome of ringing somebody, in Twilio's words for DialCallStatus. */
    enum Fate {
        PICKS_UP("completed"),
        BUSY("busy"),
        NO_ANSWER("no-answer"),
        FAILED("failed");

        private final String status;

        Fate(String status) {
            this.status = status;
        }

        String status() {
            return status;
        }
    }

    /** Somebody with a telephone number. */
    static Callee number(String number) {
        String digits = number.replaceAll("\\D", "");
        if (digits.endsWith("0486")) {
            return new Callee(number, Fate.BUSY);
        }
        if (digits.endsWith("0480")) {
            return new Callee(number, Fate.NO_ANSWER);
        }
        return new Callee(number, digits.endsWith("0404") ? Fate.FAILED : Fate.PICKS_UP);
    }

    /** Somebody with a name, of {@code kind} client, sip or conference. */
    static Callee named(String kind, String name) {
        String bare = name.startsWith(kind + ":") ? name.substring(kind.length() + 1) : name;
        String to = kind + ":" + bare;
        String low = bare.toLowerCase(Locale.ROOT);
        for (Fate fate : Fate.values()) {
            if (fate != Fate.PICKS_UP && low.startsWith(fate.status())) {
                return new Callee(to, fate);
            }
        }
        return new Callee(to, Fate.PICKS_UP);
    }

    /** Nobody: the number is none. */
    static Callee unreachable(String number) {
        return new Callee(number, Fate.FAILED);
    }
}
