package dev.sidetone.simulator.live.number;

import dev.sidetone.bridge.twilio.rest.TwilioApiException;

/** A number could not be borrowed; says why, and what helps. Where it was changed already, it says how it stands. */
public final class LoanRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String cure;

    LoanRefused(String what, String cure) {
        super(what, null);
        this.cure = cure;
    }

    static LoanRefused of(TwilioApiException trouble) {
        return new LoanRefused(trouble.what(), trouble.cure());
    }

    /** What happened, one or two sentences. */
    public String what() {
        return String.valueOf(getMessage());
    }

    /** What helps. */
    public String cure() {
        return cure;
    }
}
