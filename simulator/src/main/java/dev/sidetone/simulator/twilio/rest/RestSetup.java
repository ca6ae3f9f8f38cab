package dev.sidetone.simulator.twilio.rest;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings by which the REST API is served.
 *
 * @param port on loopback; 0 picks a free one
 * @param accountSid the one account that there is
 * @param authToken its secret
 * @param numbers what the account owns from the start; where there are any, calls are placed from its own numbers only
 * @param verified the only ones whom a trial account may call; null for an account that is paid for
 */
public record RestSetup(
        int port,
        String accountSid,
        String authToken,
        Set<RestFault> faults,
        List<PresetNumber> numbers,
        @Nullable Set<String> verified) {
    public RestSetup {
        faults = Set.copyOf(faults);
        numbers = List.copyOf(numbers);
        verified = verified == null ? null : Set.copyOf(verified);
    }

    /** An account that is paid for and owns what is called or bought. */
    public RestSetup(int port, String accountSid, String authToken, Set<RestFault> faults) {
        this(port, accountSid, authToken, faults, List.of(), null);
    }

    /** The same with injected faults. */
    public RestSetup with(RestFault... some) {
        return new RestSetup(port, accountSid, authToken, Set.of(some), numbers, verified);
    }

    /** The same with numbers of its own. */
    public RestSetup owning(PresetNumber... own) {
        return new RestSetup(port, accountSid, authToken, faults, List.of(own), verified);
    }

    /** The same for a trial account, which may call {@code some} numbers only. */
    public RestSetup onTrial(String... some) {
        return new RestSetup(port, accountSid, authToken, faults, numbers, Set.of(some));
    }

    /** Without the token, which is a secret. */
    @Override
    public String toString() {
        return "RestSetup[port " + port + ", account " + accountSid + ", faults " + faults + "]";
    }
}
