package dev.sidetone.simulator.agent.gemini;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.agent.SessionContext;
import dev.sidetone.simulator.agent.UnrecognisedSpeech;

/** The caller's words of one Gemini session, in two fragments, the second of which comes after the answer has begun. On the session's loop. */
final class GeminiWords {
    /** The service's own are a second and more behind the end of speech. */
    private static final long LATE_NS = 500_000_000L;

    private final GeminiWriter writer;
    private final SessionContext context;
    private Timers.Timer rest = () -> {};

    GeminiWords(GeminiWriter writer, SessionContext context) {
        this.writer = writer;
        this.context = context;
    }

    void ofCaller(long spokenMs) {
        String first = UnrecognisedSpeech.firstWords(spokenMs);
        String all = UnrecognisedSpeech.words(spokenMs);
        fragment(first);
        rest = context.loop().after(LATE_NS, () -> fragment(all.substring(first.length())));
    }

    private void fragment(String text) {
        ObjectNode message = GeminiWriter.message();
        message.putObject("serverContent").putObject("inputTranscription").put("text", text);
        writer.send(message);
    }

    void leave() {
        rest.cancel();
    }
}
