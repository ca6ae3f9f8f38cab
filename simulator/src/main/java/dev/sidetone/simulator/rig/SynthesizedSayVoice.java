package dev.sidetone.simulator.rig;

import dev.sidetone.simulator.twilio.twiml.SayVoice;
import dev.sidetone.simulator.voice.SpeechSynthesizer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Speaks Twilio's {@code <Say>} with the built-in voice, on a daemon thread per document, since documents that speak are rare. */
final class SynthesizedSayVoice implements SayVoice {
    @Override
    public CompletionStage<byte[]> speak(String text) {
        CompletableFuture<byte[]> sound = new CompletableFuture<>();
        Thread thread = new Thread(() -> speak(text, sound), "say-voice");
        thread.setDaemon(true);
        thread.start();
        return sound;
    }

    private static void speak(String text, CompletableFuture<byte[]> sound) {
        try {
            SpeechSynthesizer kevin = SpeechSynthesizer.loaded();
            sound.complete(kevin.say(text).mulaw());
        } catch (OutOfMemoryError e) {
            sound.completeExceptionally(e);
            throw e;
        } catch (Exception | LinkageError | StackOverflowError nothingToHear) {
            // A call waits for these words: whatever broke, it must go on.
            sound.completeExceptionally(nothingToHear);
        }
    }
}
