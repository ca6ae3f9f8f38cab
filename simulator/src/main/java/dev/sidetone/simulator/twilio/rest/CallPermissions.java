package dev.sidetone.simulator.twilio.rest;

import java.util.Set;

/** Checks which numbers the account may call, and from which. For any thread. */
final class CallPermissions {
    private final boolean ownNumbersOnly;
    private final Set<String> verified;
    private final boolean trial;
    private final NumberStore numbers;

    CallPermissions(RestSetup setup, NumberStore numbers) {
        Set<String> some = setup.verified();
        this.ownNumbersOnly = !setup.numbers().isEmpty();
        this.trial = some != null;
        this.verified = some == null ? Set.of() : some;
        this.numbers = numbers;
    }

    void check(OutboundCall call) throws RestError {
        if (ownNumbersOnly && numbers.sidOf(call.from()) == null && !verified.contains(call.from())) {
            throw RestError.of(
                    21210,
                    "The source phone number provided, " + call.from()
                            + ", is not yet verified for your account. You may only make calls from phone numbers that"
                            + " you've verified or purchased from Twilio.");
        }
        if (trial && !verified.contains(call.to())) {
            throw RestError.of(
                    21219,
                    "The number " + call.to()
                            + " is unverified. Trial accounts may only make calls to verified numbers.");
        }
    }
}
