package dev.sidetone.simulator.live.number;

/**
 * One setting of a number that a loan changes, for a person: without the passwords that URLs may carry.
 *
 * @param setting in words, such as {@code voice URL}
 * @param before what it is, empty if nothing
 * @param after what it becomes, empty if nothing
 */
public record NumberChange(String setting, String before, String after) {}
