package dev.sidetone.simulator.line.fault;

import java.time.Duration;

/** A fault of requests between Twilio and the server, carried out where those requests are made. Immutable. */
public non-sealed interface ServerFault extends LineFault {
    @Override
    default Duration length() {
        return Duration.ZERO;
    }
}
