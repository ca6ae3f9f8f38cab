package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.line.LineCall;
import dev.sidetone.simulator.line.net.FileDownload;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.sound.Sound;
import dev.sidetone.simulator.line.sound.Tones;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plays words, files, keys' tones and pauses to the caller, one at a time; what cannot be played is a finding and is over at once. Owned by
 * its call, on the line thread.
 */
final class PromptPlayer implements Verb.Player {
    /** A file that is not there by then is not waited for. */
    static final long FILE_SECONDS = 15;
    /** Words that are not spoken by then are not waited for. */
    static final long WORDS_SECONDS = 30;

    private static final long SECOND_NS = 1_000_000_000L;
    private static final long FRAMES_PER_SECOND = SECOND_NS / LineFrame.NS;

    private static final Map<String, String> FILE_HEADERS =
            Map.of("User-Agent", "TwilioProxy/1.1", "Accept", "audio/*, */*");

    private final LineCall call;
    private final Network network;
    private final SayVoice voice;
    private URI document = URI.create("");
    private @Nullable Runnable over;
    private Timers.@Nullable Timer limit;
    private Network.@Nullable Link link;
    /** Counts what was begun or stopped: what arrives for an earlier one is ignored. */
    private long turn;

    PromptPlayer(LineCall call, Network network, SayVoice voice) {
        this.call = call;
        this.network = network;
        this.voice = voice;
    }

    /** Has {@code text} spoken; {@code then} gets mu-law, of no length when it could not be spoken. */
    void speak(String text, Consumer<byte[]> then) {
        voice.speak(text).whenComplete((mulaw, failure) -> call.scheduler()
                .arrive(call.scheduler().nowNs(), () -> {
                    if (failure != null) {
                        call.note("the words could not be spoken: " + failure);
                    }
                    then.accept(failure != null ? new byte[0] : mulaw);
                }));
    }

    /** Plays {@code prompt} of a document from {@code from}, in place of what is played, and then runs {@code then}. */
    void begin(Verb.Prompt prompt, URI from, Runnable then) {
        stop();
        document = from;
        over = then;
        prompt.playTo(this);
    }

    /** Stops what is played; its end is not reported. */
    void stop() {
        turn++;
        over = null;
        call.audio().quiet();
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
        call.answer();
        call.note("Twilio says: " + prompt.text());
        long mine = turn;
        limit(WORDS_SECONDS, () -> call.note("the words of <Say> were not spoken in time"));
        speak(prompt.text(), mulaw -> {
            if (mine == turn) {
                play(Sound.words(mulaw, prompt.times()));
            }
        });
    }

    @Override
    public void play(Verb.Play prompt) {
        call.answer();
        URI url = DocumentUrl.resolve(document, prompt.url());
        if (url == null) {
            call.found(TwimlFindings.malformedPlay(prompt.url()));
            finish();
            return;
        }
        call.note("Twilio plays " + url);
        long mine = turn;
        limit(FILE_SECONDS, () -> call.found(TwimlFindings.lateFile(url.toString(), FILE_SECONDS)));
        link = download(url, file -> {
            if (mine == turn) {
                fetched(file, prompt.times());
            }
        });
    }

    @Override
    public void keys(Verb.Keys prompt) {
        call.answer();
        call.note("Twilio plays the keys " + prompt.digits());
        play(Sound.words(Tones.keys(prompt.digits()), prompt.times()));
    }

    /** One before the call is picked up puts that off. */
    @Override
    public void pause(Verb.Pause prompt) {
        if (call.isUp()) {
            play(Sound.silence(prompt.seconds() * FRAMES_PER_SECOND));
        } else {
            limit = call.scheduler().after(prompt.seconds() * SECOND_NS, this::finish);
        }
    }

    /** The file is read on the thread on which it arrives: reading takes as long as the file is long. */
    private Network.Link download(URI url, Consumer<SoundFile> then) {
        return FileDownload.begin(network, url, FILE_HEADERS, download -> {
            SoundFile file = SoundFile.read(network.route(url), download);
            call.scheduler().arrive(call.scheduler().nowNs(), () -> then.accept(file));
        });
    }

    private void fetched(SoundFile file, long times) {
        if (file.finding() != null) {
            call.found(file.finding());
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
            call.audio().play(sound, this::finish);
        }
    }

    private void limit(long seconds, Runnable report) {
        limit = call.scheduler().after(seconds * SECOND_NS, () -> {
            report.run();
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
