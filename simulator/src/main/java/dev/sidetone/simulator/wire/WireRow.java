package dev.sidetone.simulator.wire;

import dev.sidetone.simulator.timeline.Wire;
import org.jspecify.annotations.Nullable;

/**
 * A message on one of a call's wires, or a run of messages that carry sound. Its texts have passed the gate. Immutable.
 *
 * @param id counts the rows of a call from 0
 * @param fromMs when it passed on the call's clock, or the first of a run; null before the clock runs
 * @param toMs when the last of a run passed
 * @param toAgent whether away from the caller, towards the agent
 * @param kind what the message calls itself, such as {@code media}
 * @param firstNumber the server's message on the stream, from 1, as a finding's {@code frame} names it; 0 where it is not counted
 * @param lastNumber the last of a run
 * @param count how many messages it stands for
 * @param bytes how much sound they carried; 0 without any
 * @param json the message without its sound, on one line
 * @param exact whether {@code json} is what passed, but for its sound; false where an older recording or Twilio's side shows only what it said
 */
public record WireRow(
        long id,
        @Nullable Double fromMs,
        @Nullable Double toMs,
        Wire wire,
        boolean toAgent,
        String kind,
        long firstNumber,
        long lastNumber,
        int count,
        long bytes,
        String json,
        boolean exact) {
    /** Whether it carries sound. */
    public boolean isSound() {
        return bytes > 0;
    }

    /** Whether the server's message of that number is here. */
    public boolean holds(long number) {
        return number > 0 && number >= firstNumber && number <= lastNumber;
    }
}
