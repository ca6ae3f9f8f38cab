package dev.sidetone.simulator.device;

import java.util.function.BooleanSupplier;

/** The daemon thread of one sound device: it moves audio until the device ends, then releases the card. */
final class DeviceThread {
    private DeviceThread() {}

    /** Calls {@code pump}, which moves one chunk at the card's pace, until it returns false; then calls {@code release}. */
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
