package dev.sidetone.bridge.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscoderTest {
    @Test
    void mulawPassesAsTheTextItIs() {
        Transcoder mulaw = new Transcoder(AudioFormat.MULAW);
        MulawChunk odd = MulawChunk.ofBase64("not base64!=");
        assertThat(mulaw.toWireText(odd)).isSameAs(odd.base64());
        String text = "/////w==";
        assertThat(mulaw.toLineText(text).base64()).isSameAs(text);
        assertThatThrownBy(() -> mulaw.toLineText("also not!")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eightKilohertzIsCompandingAndNothingElse() {
        Transcoder pcm = new Transcoder(AudioFormat.pcm16(8_000));
        byte[] wire = pcm.toWire(MulawChunk.of(new byte[] {0x00, (byte) 0x80, (byte) 0xFF}));
        // G.711's table: 0x00 is -32124, 0x80 is 32124, 0xFF is 0; little-endian.
        assertThat(wire).containsExactly(0x84, 0x82, 0x7C, 0x7D, 0x00, 0x00);
        assertThat(pcm.toLine(wire).decode()).containsExactly(0x00, 0x80, 0xFF);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 16_000, 24_000})
    void aFrameKeepsItsLengthBothWays(int rateHz) {
        Transcoder pcm = new Transcoder(AudioFormat.pcm16(rateHz));
        byte[] wire = pcm.toWire(MulawChunk.of(LineFrame.SILENCE.mulaw()));
        assertThat(wire).hasSize(rateHz / 50 * 2);
        assertThat(pcm.toLine(wire).bytes()).isEqualTo(LineFrame.BYTES);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 16_000, 24_000})
    void oddChunksSoundLikeOnePiece(int rateHz) {
        byte[] wire = new byte[rateHz / 10 * 2];
        for (int i = 0; i < wire.length; i++) {
            wire[i] = (byte) (i % 2 == 0 ? i : Math.round(40 * Math.sin(i / 60.0)));
        }
        byte[] whole = new Transcoder(AudioFormat.pcm16(rateHz)).toLine(wire).decode();
        Transcoder chunked = new Transcoder(AudioFormat.pcm16(rateHz));
        byte[] pieces = new byte[0];
        for (int at = 0; at < wire.length; at += 37) {
            byte[] piece = chunked.toLine(Arrays.copyOfRange(wire, at, Math.min(wire.length, at + 37)))
                    .decode();
            pieces = Arrays.copyOf(pieces, pieces.length + piece.length);
            System.arraycopy(piece, 0, pieces, pieces.length - piece.length, piece.length);
        }
        assertThat(pieces).isEqualTo(whole);
    }

    @Test
    void aNewAnswerDoesNotInheritHalfASample() {
        Transcoder pcm = new Transcoder(AudioFormat.pcm16(8_000));
        assertThat(pcm.toLine(new byte[] {0x00, 0x00, 0x55}).bytes()).isEqualTo(1);
        pcm.newAnswer();
        assertThat(pcm.toLine(new byte[] {0x7C, 0x7D}).decode()).containsExactly(0x80);
    }

    @Test
    void brokenTextIsRefusedWhereItMustBeRead() {
        Transcoder pcm = new Transcoder(AudioFormat.pcm16(24_000));
        assertThatThrownBy(() -> pcm.toLineText("?!")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void formatsAreReadAsTheyAreWritten() {
        for (String text : new String[] {"mulaw", "pcm16@8000", "pcm16@16000", "pcm16@24000"}) {
            assertThat(AudioFormat.of(text)).map(AudioFormat::toString).hasValue(text);
        }
        assertThat(AudioFormat.of("pcm16@11025")).isEmpty();
        assertThat(AudioFormat.of("alaw")).isEmpty();
    }
}
