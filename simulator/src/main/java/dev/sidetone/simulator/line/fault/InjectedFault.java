package dev.sidetone.simulator.line.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A line fault with its time, as it was typed. Immutable.
 *
 * @param at its beginning after the stream's start, or for a webhook after the call was placed; null to leave it to the seed
 */
public record InjectedFault(LineFault fault, @Nullable Duration at) {
    /** A text that is no line fault; the message states what is wrong and what was meant. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /**
     * Reads {@code NAME[=VALUE][@TIME]}.
     *
     * @throws Unreadable naming what is wrong with it
     */
    public static InjectedFault parse(String text) throws Unreadable {
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return new InjectedFault(FaultText.fault(text), null);
        }
        LineFault fault = FaultText.fault(text.substring(0, at));
        return new InjectedFault(fault, FaultText.begin(text, text.substring(at + 1)));
    }

    /** The text form. */
    public String text() {
        return at == null ? fault.text() : fault.text() + "@" + FaultText.time(at);
    }
}
