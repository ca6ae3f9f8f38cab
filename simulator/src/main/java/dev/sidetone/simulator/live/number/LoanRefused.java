package dev.sidetone.simulator.live.number;

import dev.sidetone.bridge.twilio.rest.TwilioApiException;

/** A number could not be borrowed. The message states the reason and, where the number was changed already, its state now. */
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

    /** The reason, in one or two sentences. */
    public String what() {
        return String.valueOf(getMessage());
    }

    /** The cure, in one sentence. */
    public String cure() {
        return cure;
    }
}
