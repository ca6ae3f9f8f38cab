package dev.sidetone.bridge.agent.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.agent.AgentAudio;
import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentPort;
import dev.sidetone.bridge.audio.AudioFormat;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.audio.Transcoder;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gemini's sound both ways, and the answers in it, which the wire does not name. An answer is all sound up to {@code generationComplete} or
 * {@code turnComplete}; of one that was interrupted, what still comes is void until the turn is over. On the call's event loop.
 */
final class GeminiSound {
    private static final Pattern PCM = Pattern.compile("audio/(?:pcm|L16)(?:;.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern RATE = Pattern.compile(".*;\\s*rate=(8000|16000|24000|48000)\\b.*");
    /** What is left of an interrupted turn is here by then; later sound is the next turn's, though the end of this one was not reported. */
    private static final long LATE_NS = 1_000_000_000L;

    private final int upHz;
    private final Transcoder up;
    private Transcoder down;
    private int downHz;
    private int answers;
    /** An answer is under way: there may be more of its sound. */
    private boolean answering;
    /** The turn has brought sound and is not over. */
    private boolean speaking;
    /** The turn was interrupted and is not over. */
    private boolean cut;

    private long cutNs;
    private boolean warned;

    GeminiSound(AgentAudio audio) {
        upHz = audio.up().rateHz();
        up = new Transcoder(audio.up());
        downHz = audio.down().rateHz();
        down = new Transcoder(audio.down());
    }

    /** The message for 20 ms of the caller. */
    String toWire(MulawChunk line) {
        return GeminiMessages.audio(up.toWireText(line), upHz);
    }

    /** Plays one piece; returns false when there is nothing in it for the caller. */
    boolean play(JsonNode inlineData, AgentPort port, long atNs) {
        String mimeType = GeminiMessages.text(inlineData.path("mimeType"));
        if (!mimeType.isEmpty() && !PCM.matcher(mimeType).matches()) {
            warnOnce("the agent sent " + mimeType + ", which is not played", port);
            return false;
        }
        if (cut && atNs - cutNs < LATE_NS) {
            return false;
        }
        cut = false;
        rate(mimeType);
        if (!answering) {
            answering = true;
            answers++;
            down.newAnswer();
        }
        speaking = true;
        try {
            MulawChunk chunk = down.toLine(bytes(GeminiMessages.text(inlineData.path("data"))));
            if (chunk.bytes() > 0) {
                port.report(new AgentEvent.Audio(atNs, "answer-" + answers, chunk));
            }
            return chunk.bytes() > 0;
        } catch (IllegalArgumentException e) {
            port.warn("the agent sent audio that is not base64");
            return false;
        }
    }

    /** The agent says that it hears the caller. While it speaks, only its own word for an interruption counts. */
    void callerStarted(AgentPort port, long atNs) {
        if (!speaking && !cut) {
            port.report(new AgentEvent.CallerStarted(atNs));
        }
    }

    /** The agent was spoken over; it may say so more than once. */
    void interrupted(AgentPort port, long atNs) {
        if (cut) {
            return;
        }
        cut = true;
        cutNs = atNs;
        port.report(new AgentEvent.CallerStarted(atNs));
        if (speaking) {
            port.report(new AgentEvent.BrokeOff(atNs));
        }
        answering = false;
    }

    /** No more sound will come of the answer. */
    void generated() {
        answering = false;
    }

    /** The turn is over, for the agent. */
    void turnOver() {
        answering = false;
        speaking = false;
        cut = false;
    }

    /** The rate may be said with each piece; without it stays as it was. */
    private void rate(String mimeType) {
        Matcher rate = RATE.matcher(mimeType);
        if (rate.matches() && Integer.parseInt(rate.group(1)) != downHz) {
            downHz = Integer.parseInt(rate.group(1));
            down = new Transcoder(AudioFormat.pcm16(downHz));
        }
    }

    /** Either alphabet of base64, with or without padding and line breaks. */
    private static byte[] bytes(String base64) {
        String letters = base64.indexOf('-') < 0 && base64.indexOf('_') < 0
                ? base64
                : base64.replace('-', '+').replace('_', '/');
        return Base64.getDecoder().decode(letters.indexOf('\n') < 0 ? letters : letters.replaceAll("[\r\n]", ""));
    }

    private void warnOnce(String what, AgentPort port) {
        if (!warned) {
            warned = true;
            port.warn(what);
        }
    }
}
