package dev.sidetone.simulator.device;

import java.util.concurrent.atomic.AtomicBoolean;

/** Whether this process has WebRTC's library; asking does not load it. For any thread. */
final class WebRtcLoaded {
    private static final AtomicBoolean LOADED = new AtomicBoolean();

    private WebRtcLoaded() {}

    static void now() {
        LOADED.set(true);
    }

    static boolean yes() {
        return LOADED.get();
    }
}
