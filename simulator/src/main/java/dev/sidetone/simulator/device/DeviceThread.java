package dev.sidetone.simulator.device;

import java.util.function.BooleanSupplier;

/** The one thread of a sound device: it moves sound until it is told that there is no more, then lets the card go. */
final class DeviceThread {
    private DeviceThread() {}

    /** {@code pump} moves one chunk at the card's pace and says whether to go on; {@code release} is the last thing that runs. */
    static Thread start(String name, BooleanSupplier pump, Runnable release) {
        Thread thread = new Thread(() -> run(pump, release), name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void run(BooleanSupplier pump, Runnable release) {
        try {
            boolean on = true;
            while (on) {
                on = pump.getAsBoolean();
            }
        } finally {
            release.run();
        }
    }
}
