package dev.sidetone.ui.notice;

/**
 * What is wrong and what helps, a sentence each.
 *
 * @param offersDemo whether the demo caller would help
 */
public record Notice(String what, String cure, boolean offersDemo) {}
