package dev.sidetone.simulator.twilio.relay;

import dev.sidetone.simulator.line.net.Network;
import org.jspecify.annotations.Nullable;

/** A piece of text, a sound file or keys on their way to the caller's ear. Owned by {@link RelayPlayout}, on the line thread. */
final class PlayedItem {
    /** What it is made of. */
    enum Kind {
        TEXT,
        FILE,
        KEYS
    }

    private static final int BYTES_PER_MS = 8;

    final String id;
    final Kind kind;
    /** The text, the URL of the file, or the keys. */
    final String content;
    /** The server's message that asked for it; 0 of a greeting. */
    final long message;
    /** When that came. */
    final long cameNs;

    final RelayInput interruptible;
    final boolean preemptible;
    private long timesLeft;
    private boolean asked;
    private byte @Nullable [] sound;
    private long readyNs;
    private Network.@Nullable Link link;

    /** @param times how often it is played */
    PlayedItem(
            String id,
            Kind kind,
            String content,
            long message,
            long cameNs,
            RelayInput interruptible,
            boolean preemptible,
            long times) {
        this.id = id;
        this.kind = kind;
        this.content = content;
        this.message = message;
        this.cameNs = cameNs;
        this.interruptible = interruptible;
        this.preemptible = preemptible;
        this.timesLeft = times;
    }

    /** Returns whether its sound was not asked for yet; from now on it is. */
    boolean ask() {
        boolean first = !asked;
        asked = true;
        return first;
    }

    /** Its sound is being fetched. */
    void fetching(Network.Link way) {
        link = way;
    }

    /** Its sound is there, to be played from {@code fromNs} on. */
    void ready(byte[] mulaw, long fromNs) {
        sound = mulaw;
        readyNs = fromNs;
    }

    boolean isReady() {
        return sound != null;
    }

    /** Its sound, once it may be played; null before. */
    byte @Nullable [] sound(long nowNs) {
        return sound != null && nowNs >= readyNs ? sound : null;
    }

    /** Counts one time of playing and returns whether another follows. */
    boolean playsAgain() {
        return --timesLeft > 0;
    }

    /** What of a text was heard when {@code queuedBytes} of its sound were not: whole words, the one that was being spoken included. */
    String heardText(int queuedBytes) {
        String words = kind == Kind.FILE ? "" : content.strip();
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
