package dev.sidetone.simulator.twilio.relay;

import dev.sidetone.simulator.line.net.Network;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes sound of a server's texts and files. Called on the line thread; returns at once. */
public interface RelayVoice {
    /** Begins to speak {@code text}; the stage ends, on any thread, with its mu-law at 8 kHz. */
    CompletionStage<byte[]> speak(String text);

    /** Fetches the sound file at {@code url}; {@code done} gets its mu-law on the line thread, empty where it is none. Null if the URL is none. */
    Network.@Nullable Link fetch(String url, Consumer<byte[]> done);
}
