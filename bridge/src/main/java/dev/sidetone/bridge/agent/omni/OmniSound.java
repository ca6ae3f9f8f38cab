package dev.sidetone.bridge.agent.omni;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentPort;
import dev.sidetone.bridge.audio.AudioFormat;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.audio.Transcoder;
import dev.sidetone.bridge.json.JsonText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Omni's sound both ways: PCM16 up at the rate that was asked for, down at the rate that it announces, in the pieces that it
 * comes in. On the loop.
 */
final class OmniSound {
    private static final Pattern RATE = Pattern.compile("(?:pcm16@)?(8000|16000|24000|48000)");
    private static final int TAGGED_RATE_HZ = 24_000;
    private static final long NS_PER_MS = 1_000_000;

    private final int askedHz;
    private final Transcoder up;
    private final OmniAnswers answers = new OmniAnswers();
    private Transcoder down;

    OmniSound(int askedHz) {
        this.askedHz = askedHz;
        this.up = new Transcoder(AudioFormat.pcm16(askedHz));
        this.down = up;
    }

    /** The agent's audio as {@code hello} describes it: a rate, a format with or without one, or nothing. */
    void outputRate(JsonNode audioOut, boolean tagged) {
        Matcher rate = RATE.matcher(JsonText.of(audioOut));
        int hz = rate.matches() ? Integer.parseInt(rate.group(1)) : tagged ? TAGGED_RATE_HZ : askedHz;
        down = new Transcoder(AudioFormat.pcm16(hz));
    }

    byte[] toWire(MulawChunk line) {
        return up.toWire(line);
    }

    void turn() {
        answers.turn();
    }

    void interrupted(AgentPort port, long atNs) {
        if (answers.interrupted(atNs)) {
            port.report(new AgentEvent.CallerStarted(atNs));
            port.report(new AgentEvent.BrokeOff(atNs));
        }
    }

    void play(byte[] pcm, AgentPort port, long atNs) {
        if (!answers.isHeard(atNs)) {
            return;
        }
        if (answers.isNew()) {
            down.newAnswer();
        }
        MulawChunk chunk = down.toLine(pcm);
        String name = answers.name(Math.round(chunk.ms() * NS_PER_MS), atNs);
        if (chunk.bytes() > 0) {
            port.report(new AgentEvent.Audio(atNs, name, chunk));
        }
    }
}
