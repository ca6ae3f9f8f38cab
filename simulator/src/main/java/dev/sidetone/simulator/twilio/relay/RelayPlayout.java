package dev.sidetone.simulator.twilio.relay;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.line.LineCall;
import dev.sidetone.simulator.line.stream.TextProtocol;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What a ConversationRelay plays to the caller, one piece at a time in the order in which the server asked for it: sentences, sound files and
 * keys. Owned by its session, on the line thread.
 */
// Over 300 lines because one queue is filled, played and cut here.
final class RelayPlayout {
    /** A text without an end is spoken when nothing follows for so long. */
    static final long PAUSE_NS = 500_000_000L;
    /** A text that ends with a sentence is spoken after less. */
    static final long SENTENCE_NS = 100_000_000L;
    /** More text than some three hours of speech is not kept. */
    private static final long MOST_WAITING_CHARS = 150_000;

    private static final int MOST_WAITING = 10_000;

    private final LineCall call;
    private final TextProtocol.Line line;
    private final RelaySettings settings;
    private final Listener listener;
    private final ItemSounds sounds;
    private final SentenceCutter cutter = new SentenceCutter();
    private final Deque<PlayedItem> waiting = new ArrayDeque<>();
    private RelayMessage.@Nullable Text open;
    private long openMessage;
    private Timers.@Nullable Timer pause;
    private @Nullable PlayedItem playing;
    private boolean speaking;
    private boolean answering;
    private long waitingChars;
    private long items;

    /** Takes what is heard. */
    interface Listener {
        /** The voice begins, or has nothing more to say. */
        void speaking(boolean on);

        /** A text, or keys, or as much of it as was heard. */
        void played(String text, boolean spoken);

        /** The first token of an answer came with message {@code message}. */
        void answerBegins(long message);

        /** More waits than is kept: a text was thrown away. */
        void overflow();

        /** The built-in voice cannot say a text. */
        void unspeakable(String text);
    }

    /** What was heard of the piece that was cut. */
    record Cut(String heard, long heardMs) {}

    RelayPlayout(
            LineCall call,
            TextProtocol.Line line,
            RelayVoice voice,
            RelaySettings settings,
            long voiceDelayMs,
            Listener listener) {
        this.call = call;
        this.line = line;
        this.settings = settings;
        this.listener = listener;
        this.sounds = new ItemSounds(call, voice, voiceDelayMs, listener::unspeakable, this::next);
    }

    /** Says the greeting, which is one piece. */
    void greet() {
        if (!settings.greeting().isBlank()) {
            add(item(PlayedItem.Kind.TEXT, settings.greeting(), 0, settings.greetingInterruptible(), false, 1));
        }
    }

    void text(RelayMessage.Text text, long message) {
        RelayMessage.Text before = open;
        if (before != null && !before.cutting().equals(text.cutting())) {
            speakRest();
        }
        if (!answering) {
            answering = true;
            beginCycle();
            listener.answerBegins(message);
        }
        open = text;
        openMessage = message;
        cutter.add(text.token()).forEach(piece -> speak(piece, text, message));
        if (text.last()) {
            speakRest();
            answering = false;
        } else {
            awaitMore(text.token());
        }
        next();
    }

    void play(RelayMessage.Play play, long message) {
        speakRest();
        beginCycle();
        boolean preemptible = Boolean.TRUE.equals(play.cutting().preemptible());
        add(item(
                PlayedItem.Kind.FILE,
                play.source(),
                message,
                interruptible(play.cutting()),
                preemptible,
                play.times()));
        next();
    }

    void digits(String digits, long message) {
        speakRest();
        beginCycle();
        add(item(PlayedItem.Kind.KEYS, digits, message, settings.speaking().interruptible(), false, 1));
        next();
    }

    /** The piece that was played is heard. */
    void reached(String id, long atNs) {
        PlayedItem done = playing;
        if (done == null || !done.id.equals(id)) {
            return;
        }
        byte[] sound = done.sound(Long.MAX_VALUE);
        if (done.playsAgain() && sound != null) {
            line.play(sound, done.message, done.id, atNs);
            return;
        }
        playing = null;
        if (done.kind != PlayedItem.Kind.FILE) {
            listener.played(done.content, done.kind == PlayedItem.Kind.TEXT);
        }
        next(atNs);
    }

    /** Whether the caller hears it, or is about to. */
    boolean isSpeaking() {
        return speaking;
    }

    /** What cuts off what is being played, or comes next. */
    RelayInput interruptible() {
        PlayedItem item = playing == null ? waiting.peek() : playing;
        return item == null ? RelayInput.NONE : item.interruptible;
    }

    /** Sound and text that the caller has not heard, ms; texts that are not spoken yet are counted by their letters. */
    long unheardMs() {
        return line.queuedBytes() * 1000L / LineFrame.RATE_HZ + ItemSounds.roughMs(waitingChars);
    }

    /** Cuts off what is played and drops everything behind it. The end of speaking is reported by {@link #quiet}. */
    Cut cut() {
        forget();
        answering = false;
        return cutPlaying();
    }

    /** Reports the end of speaking after a cut. */
    void quiet() {
        next();
    }

    /** Nothing is played any more. */
    void over() {
        forget();
        playing = null;
    }

    private void forget() {
        cancelPause();
        cutter.rest();
        open = null;
        waiting.forEach(PlayedItem::drop);
        waiting.clear();
        waitingChars = 0;
    }

    private Cut cutPlaying() {
        PlayedItem item = playing;
        int queued = line.queuedBytes();
        playing = null;
        line.cut(0);
        if (item == null) {
            return new Cut("", 0);
        }
        item.drop();
        String heard = item.heardText(queued);
        if (!heard.isEmpty()) {
            listener.played(heard, item.kind == PlayedItem.Kind.TEXT);
        }
        return new Cut(heard, item.heardMs(queued));
    }

    /** What came before and may be cut by what follows is cut. */
    private void beginCycle() {
        waiting.removeIf(item -> {
            if (item.preemptible) {
                item.drop();
                waitingChars -= chars(item);
            }
            return item.preemptible;
        });
        if (playing != null && playing.preemptible) {
            cutPlaying();
        }
    }

    private void awaitMore(String token) {
        cancelPause();
        String end = token.stripTrailing();
        boolean sentence = !end.isEmpty() && ".!?:…".indexOf(end.charAt(end.length() - 1)) >= 0;
        pause = call.scheduler().after(sentence ? SENTENCE_NS : PAUSE_NS, () -> {
            speakRest();
            next();
        });
    }

    private void cancelPause() {
        if (pause != null) {
            pause.cancel();
            pause = null;
        }
    }

    private void speakRest() {
        cancelPause();
        RelayMessage.Text of = open;
        String rest = cutter.rest();
        if (of != null) {
            speak(rest, of, openMessage);
        }
        open = null;
    }

    private void speak(String piece, RelayMessage.Text of, long message) {
        if (piece.isBlank()) {
            return;
        }
        Boolean own = of.cutting().preemptible();
        boolean preemptible = own == null ? settings.speaking().preemptible() : own;
        add(item(PlayedItem.Kind.TEXT, piece, message, interruptible(of.cutting()), preemptible, 1));
    }

    private RelayInput interruptible(RelayMessage.Cutting cutting) {
        RelayInput own = cutting.interruptible();
        return own == null ? settings.speaking().interruptible() : own;
    }

    private PlayedItem item(
            PlayedItem.Kind kind,
            String content,
            long message,
            RelayInput interruptible,
            boolean preemptible,
            long times) {
        String id = Long.toString(++items);
        long nowNs = call.scheduler().nowNs();
        return new PlayedItem(id, kind, content, message, nowNs, interruptible, preemptible, times);
    }

    private void add(PlayedItem item) {
        if (waiting.size() >= MOST_WAITING || waitingChars > MOST_WAITING_CHARS) {
            listener.overflow();
            return;
        }
        waiting.add(item);
        waitingChars += chars(item);
        sounds.prepare(waiting);
    }

    /** Letters that are spoken. */
    private static int chars(PlayedItem item) {
        return item.kind == PlayedItem.Kind.TEXT ? item.content.length() : 0;
    }

    private void next() {
        next(call.scheduler().nowNs());
    }

    /** Plays what comes next, if it is ready by {@code nowNs}: the time at which that was due. */
    private void next(long nowNs) {
        while (playing == null && !waiting.isEmpty()) {
            byte[] sound = waiting.element().sound(nowNs);
            if (sound == null) {
                return;
            }
            PlayedItem item = waiting.remove();
            waitingChars -= chars(item);
            begin(item, sound, nowNs);
            sounds.prepare(waiting);
        }
        if (playing == null && speaking) {
            speaking = false;
            listener.speaking(false);
        }
    }

    private void begin(PlayedItem item, byte[] sound, long atNs) {
        if (sound.length == 0) {
            return;
        }
        playing = item;
        line.play(sound, item.message, item.id, atNs);
        if (!speaking) {
            speaking = true;
            listener.speaking(true);
        }
    }
}
