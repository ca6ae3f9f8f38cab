package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.Fact;

/**
 * Knows what was injected into the caller's sound, so that a server is not blamed for it: while the caller was cut off nothing can be asked of
 * anybody; where the sound was merely bad a finding says so, and is a warning at most. Owned by one check.
 */
final class DegradedCaller {
    private final InjectedFaults cutOff = new InjectedFaults("stall", "gap", "mute", "drop");
    private final InjectedFaults bad = new InjectedFaults("echo", "noise", "street", "bad-mic", "band", "loss");

    void fold(Fact fact) {
        cutOff.fold(fact);
        bad.fold(fact);
    }

    /** Whether the caller did not reach the server at {@code sinceNs} or later. */
    boolean cutOffSince(long sinceNs) {
        return cutOff.heldSince(sinceNs);
    }

    /** The finding, softened where the caller's sound was bad. */
    Finding fair(Finding finding) {
        String injected = bad.text();
        return injected.isEmpty() ? finding : finding.softened("Injected into the caller's sound: " + injected + ".");
    }
}
