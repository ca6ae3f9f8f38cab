package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.sound.Sound;
import dev.sidetone.simulator.line.sound.Tones;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Plays words, files, keys' tones and pauses to the caller, one at a time; what cannot be played is told and is over at once. Owned by
 * its call, on the line thread.
 */
final class PromptPlayer implements Verb.Player {
    /** A file that is not there by then is not waited for. */
    static final long FILE_SECONDS = 15;
    /** Words that are not spoken by then are not waited for. */
    static final long WORDS_SECONDS = 30;

    private static final long SECOND_NS = 1_000_000_000L;
    private static final long FRAMES_PER_SECOND = SECOND_NS / LineFrame.NS;

    private final Stage stage;
    private URI document = URI.create("");
    private @Nullable Runnable over;
    private Timers.@Nullable Timer limit;
    private Network.@Nullable Link link;
    /** Counts what was begun or stopped: what comes of an earlier one is nobody's any more. */
    private long turn;

    PromptPlayer(Stage stage) {
        this.stage = stage;
    }

    /** Plays {@code prompt} of a document from {@code from}, in place of what is played, and then runs {@code then}. */
    void begin(Verb.Prompt prompt, URI from, Runnable then) {
        stop();
        document = from;
        over = then;
        prompt.playTo(this);
    }

    /** Stops what is played; it is not told to be over. */
    void stop() {
        turn++;
        over = null;
        stage.quiet();
        if (limit != null) {
            limit.cancel();
            limit = null;
        }
        if (link != null) {
            link.cut();
            link = null;
        }
    }

    @Override
    public void say(Verb.Say prompt) {
        stage.answer();
        stage.note("Twilio says: " + prompt.text());
        long mine = turn;
        limit(WORDS_SECONDS, () -> stage.note("the words of <Say> were not spoken in time"));
        stage.speak(prompt.text(), mulaw -> {
            if (mine == turn) {
                play(Sound.words(mulaw, prompt.times()));
            }
        });
    }

    @Override
    public void play(Verb.Play prompt) {
        stage.answer();
        URI url = DocumentUrl.resolve(document, prompt.url());
        if (url == null) {
            stage.found(TwimlFindings.malformedPlay(prompt.url()));
            finish();
            return;
        }
        stage.note("Twilio plays " + url);
        long mine = turn;
        limit(FILE_SECONDS, () -> stage.found(TwimlFindings.lateFile(url.toString(), FILE_SECONDS)));
        link = stage.download(url, file -> {
            if (mine == turn) {
                fetched(file, prompt.times());
            }
        });
    }

    @Override
    public void keys(Verb.Keys prompt) {
        stage.answer();
        stage.note("Twilio plays the keys " + prompt.digits());
        play(Sound.words(Tones.keys(prompt.digits()), prompt.times()));
    }

    /** One before the call is picked up puts that off. */
    @Override
    public void pause(Verb.Pause prompt) {
        if (stage.isUp()) {
            play(Sound.silence(prompt.seconds() * FRAMES_PER_SECOND));
        } else {
            limit = stage.timers().after(prompt.seconds() * SECOND_NS, this::finish);
        }
    }

    private void fetched(SoundFile file, long times) {
        if (file.finding() != null) {
            stage.found(file.finding());
        }
        play(Sound.words(file.mulaw(), times));
    }

    private void play(Sound sound) {
        if (limit != null) {
            limit.cancel();
        }
        if (sound.isOver()) {
            finish();
        } else {
            stage.play(sound, this::finish);
        }
    }

    private void limit(long seconds, Runnable told) {
        limit = stage.timers().after(seconds * SECOND_NS, () -> {
            told.run();
            finish();
        });
    }

    private void finish() {
        Runnable then = over;
        stop();
        if (then != null) {
            then.run();
        }
    }
}
