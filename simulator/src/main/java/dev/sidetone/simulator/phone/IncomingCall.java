package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.text.ForeignText;

/**
 * A call that rings at the window.
 *
 * @param from the number of the server that calls, as it gave it
 * @param to the number that it called
 */
public record IncomingCall(String from, String to) {
    public IncomingCall {
        from = ForeignText.line(from);
        to = ForeignText.line(to);
    }
}
