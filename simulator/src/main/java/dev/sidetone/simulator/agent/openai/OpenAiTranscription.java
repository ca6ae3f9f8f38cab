package dev.sidetone.simulator.agent.openai;

import dev.sidetone.simulator.agent.UnrecognisedSpeech;

/**
 * Answers for the caller's transcripts. The fake agent does not recognise speech: a client that asked for transcripts gets the wire's
 * failure event where it has one, and otherwise a text that says how long the caller spoke. One per session, on its loop.
 */
final class OpenAiTranscription {
    private static final String EVENT = "conversation.item.input_audio_transcription.";

    private final OpenAiWriter out;

    OpenAiTranscription(OpenAiWriter out) {
        this.out = out;
    }

    /** The caller's item {@code itemId} is {@code spokenMs} of speech. */
    void report(String itemId, long spokenMs) {
        if (!out.recognisesSpeech()) {
            fail(itemId);
            return;
        }
        // Each piece holds all words so far.
        String words = UnrecognisedSpeech.words(spokenMs);
        send("delta", itemId, "delta", UnrecognisedSpeech.firstWords(spokenMs));
        send("delta", itemId, "delta", words);
        send("completed", itemId, "transcript", words);
    }

    private void send(String kind, String itemId, String field, String words) {
        out.send(out.event(EVENT + kind)
                .put("item_id", itemId)
                .put("content_index", 0)
                .put(field, words));
    }

    private void fail(String itemId) {
        var event = out.event(EVENT + "failed").put("item_id", itemId).put("content_index", 0);
        event.putObject("error")
                .put("type", "transcription_error")
                .put("code", "audio_unintelligible")
                .put("message", "The practice agent does not recognise speech.")
                .putNull("param");
        out.send(event);
    }
}
