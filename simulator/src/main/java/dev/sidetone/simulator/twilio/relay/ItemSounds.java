package dev.sidetone.simulator.twilio.relay;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.line.LineCall;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.sound.Tones;
import dev.sidetone.simulator.voice.Speech;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Has the pieces that wait to be played spoken, a few ahead of what is heard, however many a server sent. Owned by its session, on the line
 * thread.
 */
final class ItemSounds {
    /** A sound of which nothing came by then is left out. */
    static final long MOST_WAIT_NS = 30_000_000_000L;

    private static final long NS_PER_MS = 1_000_000L;
    private static final int AHEAD = 3;
    private static final int HUM_HZ = 220;
    /** Words that the voice cannot say take so long, each character. */
    private static final int HUM_BYTES = 65 * LineFrame.RATE_HZ / 1000;

    private static final int MOST_HUM_BYTES = 20 * LineFrame.RATE_HZ;

    private final LineCall call;
    private final RelayVoice voice;
    private final long voiceDelayMs;
    private final Consumer<String> unspeakable;
    private final LongConsumer ready;

    /**
     * @param unspeakable takes a text that the voice cannot say
     * @param ready takes the time from which on a sound is there
     */
    ItemSounds(LineCall call, RelayVoice voice, long voiceDelayMs, Consumer<String> unspeakable, LongConsumer ready) {
        this.call = call;
        this.voice = voice;
        this.voiceDelayMs = voiceDelayMs;
        this.unspeakable = unspeakable;
        this.ready = ready;
    }

    /** How long a text takes to say, ms, roughly. */
    static long roughMs(long chars) {
        return chars * HUM_BYTES * 1000L / LineFrame.RATE_HZ;
    }

    /** Makes the sounds of those at the head of {@code waiting}, if that has not begun. */
    void prepare(Iterable<PlayedItem> waiting) {
        int ahead = 0;
        for (PlayedItem item : waiting) {
            if (++ahead > AHEAD) {
                return;
            }
            if (item.ask()) {
                make(item);
            }
        }
    }

    private void make(PlayedItem item) {
        switch (item.kind) {
            case TEXT -> speak(item);
            case FILE -> fetch(item);
            case KEYS -> item.ready(Tones.keys(item.content), item.cameNs);
        }
    }

    private void fetch(PlayedItem item) {
        limit(item);
        Network.Link link = voice.fetch(item.content, mulaw -> {
            item.ready(mulaw, item.cameNs);
            ready.accept(call.scheduler().nowNs());
        });
        if (link == null) {
            item.ready(new byte[0], item.cameNs);
        } else {
            item.fetching(link);
        }
    }

    private void speak(PlayedItem item) {
        limit(item);
        voice.speak(SpokenText.of(item.content)).whenComplete((mulaw, failure) -> call.scheduler()
                .arrive(call.scheduler().nowNs(), () -> spoken(item, failure == null ? mulaw : null)));
    }

    private void spoken(PlayedItem item, byte @Nullable [] mulaw) {
        long fromNs = Math.max(call.scheduler().nowNs(), item.cameNs + voiceDelayMs * NS_PER_MS);
        if (mulaw != null && mulaw.length > 0) {
            item.ready(mulaw, fromNs);
        } else {
            unspeakable.accept(item.content);
            item.ready(hum(item.content), fromNs);
        }
        call.scheduler().at(fromNs, () -> ready.accept(fromNs));
    }

    /** A sound in place of words, about as long as they would be. */
    private static byte[] hum(String text) {
        byte[] mulaw = new byte[Math.min(MOST_HUM_BYTES, Math.max(1, text.length()) * HUM_BYTES)];
        byte[] tone = Speech.tone(1000, HUM_HZ).mulaw();
        for (int at = 0; at < mulaw.length; at++) {
            mulaw[at] = tone[at % tone.length];
        }
        return mulaw;
    }

    private void limit(PlayedItem item) {
        call.scheduler().after(MOST_WAIT_NS, () -> {
            if (!item.isReady()) {
                item.ready(new byte[0], item.cameNs);
                ready.accept(call.scheduler().nowNs());
            }
        });
    }
}
