package dev.sidetone.simulator.live.address;

/**
 * A problem between Twilio and the bridge, for a person. Immutable.
 *
 * @param what the problem, half a sentence
 * @param cure the cure, half a sentence
 */
record AddressProblem(String what, String cure) {}
