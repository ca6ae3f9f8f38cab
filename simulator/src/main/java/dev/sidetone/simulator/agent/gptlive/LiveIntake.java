package dev.sidetone.simulator.agent.gptlive;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * The way from the caller's audio to the model. It goes through as it comes; with the fault that stops it, it stands still for a while now and
 * then, goes on at real-time pace from where it was, and so stays behind. One per session, on its loop.
 */
final class LiveIntake {
    /** It stands still first after so much of a session, and then again each time that so much has passed. */
    private static final long FIRST_NS = 3_000_000_000L;

    private static final long EVERY_NS = 15_000_000_000L;
    /** For so long. */
    private static final long STANDS_NS = 1_500_000_000L;
    /** What comes later than its frame is due is made up for. */
    private static final long MOST_PACED_NS = 100_000_000L;

    private final boolean starves;
    private final ArrayDeque<byte[]> waiting = new ArrayDeque<>();
    private final Consumer<byte[]> model;
    private boolean begun;
    private long beganNs;
    private long lastNs;
    private long allowedNs;

    LiveIntake(boolean starves, Consumer<byte[]> model) {
        this.starves = starves;
        this.model = model;
    }

    void take(byte[] mulaw, long atNs) {
        if (!starves) {
            model.accept(mulaw);
            return;
        }
        waiting.add(mulaw);
        if (!begun) {
            begun = true;
            beganNs = atNs - LineFrame.NS;
            lastNs = beganNs;
        }
        allowedNs = standsStill(atNs) ? 0 : Math.min(MOST_PACED_NS, allowedNs + atNs - lastNs);
        lastNs = atNs;
        while (!waiting.isEmpty() && lengthNs(waiting.element()) <= allowedNs) {
            allowedNs -= lengthNs(waiting.element());
            model.accept(waiting.remove());
        }
    }

    private boolean standsStill(long atNs) {
        long sinceNs = atNs - beganNs - FIRST_NS;
        return sinceNs >= 0 && sinceNs % EVERY_NS < STANDS_NS;
    }

    private static long lengthNs(byte[] mulaw) {
        return mulaw.length * LineFrame.SAMPLE_NS;
    }
}
