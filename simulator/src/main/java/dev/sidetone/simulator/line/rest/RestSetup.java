package dev.sidetone.simulator.line.rest;

import java.util.Set;

/**
 * How the REST API is served.
 *
 * @param port on loopback; 0 picks a free one
 * @param accountSid the one account that there is
 * @param authToken its secret
 */
public record RestSetup(int port, String accountSid, String authToken, Set<RestFault> faults) {
    public RestSetup {
        faults = Set.copyOf(faults);
    }

    /** The same with mischief. */
    public RestSetup with(RestFault... some) {
        return new RestSetup(port, accountSid, authToken, Set.of(some));
    }

    /** Without the token, which is a secret. */
    @Override
    public String toString() {
        return "RestSetup[port " + port + ", account " + accountSid + ", faults " + faults + "]";
    }
}
