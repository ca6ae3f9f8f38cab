package dev.sidetone.bridge.socket;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Hears the outcome of a dial: {@code opened}, or the status and the words of its failure. */
final class DialOutcome extends DeafListener {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    /** The outcome, once there is one. */
    String next() throws InterruptedException {
        return String.valueOf(heard.poll(60, TimeUnit.SECONDS));
    }

    @Override
    public void onOpened(Connection connection, long atNs) {
        heard.add("opened");
    }

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {
        heard.add(httpStatus + " " + why);
    }
}
