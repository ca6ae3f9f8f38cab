package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.audio.Transcoder;
import java.util.Arrays;
import java.util.Base64;

/** Converts a session's audio between the line and its wire, in the format agreed for each direction. One per session, on its loop. */
public final class SessionAudio {
    private final WireFormat said;
    private final WireFormat heard;
    private final Transcoder in;
    private final Transcoder speech;
    private final boolean odd;
    private byte[] kept = new byte[0];

    /** @param odd whether PCM is cut in the middle of samples */
    public SessionAudio(WireFormat in, WireFormat out, boolean odd) {
        this.heard = in;
        this.said = out;
        this.in = new Transcoder(in.carrier());
        this.speech = new Transcoder(out.carrier());
        this.odd = odd && !out.carrier().mulaw();
    }

    /** Whether what the agent says goes out a byte for a sample. */
    public boolean isG711() {
        return said.carrier().mulaw();
    }

    /** The caller's audio, as line audio. */
    public byte[] heard(byte[] wire) {
        return in.toLine(heard.toCarrier(wire)).decode();
    }

    /** The agent's audio in the wire's format. */
    public byte[] said(MulawChunk audio) {
        byte[] wire = said.toWire(speech.toWire(audio));
        return odd ? cut(wire) : wire;
    }

    public String saidText(MulawChunk audio) {
        return said.equals(WireFormat.MULAW)
                ? audio.base64()
                : Base64.getEncoder().encodeToString(said(audio));
    }

    /** Starts anew: the next audio does not continue the last. */
    public void newAnswer() {
        kept = new byte[0];
    }

    private byte[] cut(byte[] wire) {
        byte[] all = Arrays.copyOf(kept, kept.length + wire.length);
        System.arraycopy(wire, 0, all, kept.length, wire.length);
        int length = all.length % 2 == 0 && all.length > 0 ? all.length - 1 : all.length;
        kept = Arrays.copyOfRange(all, length, all.length);
        return Arrays.copyOf(all, length);
    }
}
