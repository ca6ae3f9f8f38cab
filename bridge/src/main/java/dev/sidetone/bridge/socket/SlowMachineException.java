package dev.sidetone.bridge.socket;

import java.io.IOException;

/** Reports that a port was not open in time: nothing is wrong with it, the machine is too slow. The message names both, and the cure. */
public final class SlowMachineException extends IOException {
    private static final long serialVersionUID = 1L;

    SlowMachineException(String port, long waitedMs, Throwable cause) {
        super(
                "this machine is too slow at the moment: " + port + " was not open within " + (waitedMs + 999) / 1_000
                        + " s; let other programs end, and start again",
                cause);
    }
}
