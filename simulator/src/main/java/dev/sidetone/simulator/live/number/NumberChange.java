package dev.sidetone.simulator.live.number;

import dev.sidetone.bridge.text.ForeignText;

/**
 * A setting of a number that a loan changes, for a person: without the passwords that URLs may carry. Immutable.
 *
 * @param setting the setting's name in words, such as {@code voice URL}
 * @param before the value before the loan, or empty
 * @param after the value during the loan, or empty
 */
public record NumberChange(String setting, String before, String after) {
    public NumberChange {
        before = ForeignText.line(before);
        after = ForeignText.line(after);
    }
}
