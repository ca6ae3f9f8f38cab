package dev.sidetone.simulator.live.address;

/**
 * What stands between Twilio and the bridge, for people.
 *
 * @param what in one line
 * @param cure what to do about it
 */
record AddressProblem(String what, String cure) {}
