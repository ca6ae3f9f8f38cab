package dev.sidetone.bridge.agent.gptlive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentPort;

/**
 * Puts one speaker's fragments together. There is no end of a turn on this wire: a gap in the fragments' times is one, and whatever the
 * dialect takes for one. On the call's event loop.
 */
final class LiveTranscript {
    private static final long GAP_MS = 800;
    /** Fragments lag behind the sound; when none has come for so long, there are no more. */
    private static final long LAST_NS = 1_500_000_000L;

    private static final int MOST_CHARS = 2_000;

    /** What may end a sentence, quotation marks behind it among them. */
    private static final String ENDS = ".?!…。？！\"”»";

    private final AgentEvent.Speaker speaker;
    private final StringBuilder words = new StringBuilder();
    private long endMs;
    private long cameAtNs;
    private boolean punctuates;

    LiveTranscript(AgentEvent.Speaker speaker) {
        this.speaker = speaker;
    }

    /** Takes a fragment, which brings its own blanks. */
    void add(JsonNode fragment, AgentPort port, long atNs) {
        long startMs = fragment.path("start_ms").asLong(endMs);
        String text =
                fragment.path("delta").isTextual() ? fragment.path("delta").textValue() : "";
        if (startMs - endMs > GAP_MS || words.length() + text.length() > MOST_CHARS) {
            flush(port, atNs);
        }
        cameAtNs = atNs;
        punctuates |= text.chars().anyMatch(c -> ENDS.indexOf(c) >= 0);
        words.append(text, 0, Math.min(text.length(), MOST_CHARS));
        endMs = fragment.path("end_ms").asLong(startMs);
    }

    /** Whether there are words, and the last sentence of them has no end, though the speaker's sentences have. */
    boolean endsInMidSentence() {
        String said = words.toString().strip();
        return punctuates && !said.isEmpty() && ENDS.indexOf(said.charAt(said.length() - 1)) < 0;
    }

    /** Another answer begins: reports what ends with a sentence. The rest is likely to be on its way. */
    void finish(AgentPort port, long atNs) {
        if (!endsInMidSentence()) {
            flush(port, atNs);
        }
    }

    /** Reports what there is, unless more of it is likely to come. */
    void settle(AgentPort port, long atNs) {
        if (atNs - cameAtNs >= LAST_NS) {
            flush(port, atNs);
        }
    }

    /** Reports what there is. */
    void flush(AgentPort port, long atNs) {
        if (!words.isEmpty()) {
            port.report(new AgentEvent.Said(atNs, speaker, words.toString().strip()));
            words.setLength(0);
        }
    }
}
