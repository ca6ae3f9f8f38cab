package dev.sidetone.simulator.twilio.relay;

import dev.sidetone.simulator.line.net.Network;
import org.jspecify.annotations.Nullable;

/** A piece of text, a sound file or keys on their way to the caller's ear. Owned by {@link RelayPlayout}, on the line thread. */
final class PlayedItem {
    private static final int BYTES_PER_MS = 8;

    final String id;
    final long message;
    final long cycle;
    final RelayInput interruptible;
    final boolean preemptible;
    /** What is reported as played: the text, or the keys; null of a sound file. */
    final @Nullable String text;

    final boolean spoken;
    private long timesLeft;
    /** Whether its sound is being made. */
    boolean asked;

    private byte @Nullable [] sound;
    private long readyNs;
    /** When it came. */
    final long cameNs;

    Network.@Nullable Link link;

    /**
     * @param cycle the answer that it belongs to, counted
     * @param spoken whether the voice speaks it
     */
    PlayedItem(
            String id,
            long message,
            long cycle,
            RelayInput interruptible,
            boolean preemptible,
            @Nullable String text,
            boolean spoken,
            long times,
            long cameNs) {
        this.cameNs = cameNs;
        this.id = id;
        this.message = message;
        this.cycle = cycle;
        this.interruptible = interruptible;
        this.preemptible = preemptible;
        this.text = text;
        this.spoken = spoken;
        this.timesLeft = times;
    }

    /** Its sound is there, to be played from {@code fromNs} on. */
    void ready(byte[] mulaw, long fromNs) {
        sound = mulaw;
        readyNs = fromNs;
    }

    /** Its sound, once it may be played; null before. */
    byte @Nullable [] sound(long nowNs) {
        return sound != null && nowNs >= readyNs ? sound : null;
    }

    /** Counts one time of playing and returns whether another follows. */
    boolean playsAgain() {
        return --timesLeft > 0;
    }

    /** What of the text was heard when {@code queuedBytes} of the sound were not: whole words, the one that was being spoken included. */
    String heardText(int queuedBytes) {
        String words = text == null ? "" : text.strip();
        int total = sound == null ? 0 : sound.length;
        int heard = total - queuedBytes;
        if (heard <= 0 || words.isEmpty()) {
            return "";
        }
        int begun = (int) Math.min(words.length(), Math.ceil((double) words.length() * heard / total));
        while (begun < words.length() && !Character.isWhitespace(words.charAt(begun))) {
            begun++;
        }
        return words.substring(0, begun).stripTrailing();
    }

    long heardMs(int queuedBytes) {
        return sound == null ? 0 : (sound.length - queuedBytes) / BYTES_PER_MS;
    }

    /** Gives up what is still fetched. */
    void drop() {
        if (link != null) {
            link.cut();
        }
    }
}
