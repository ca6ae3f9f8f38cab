package dev.sidetone.simulator.twilio.twiml;

import java.util.concurrent.CompletionStage;

/** The voice of Twilio's {@code <Say>}. */
@FunctionalInterface
public interface SayVoice {
    /** Begins to speak {@code text}; the stage ends, on any thread, with its mu-law at 8 kHz. Returns at once. */
    CompletionStage<byte[]> speak(String text);
}
