package dev.sidetone.simulator.findings;

import static dev.sidetone.simulator.findings.CheckedCall.codes;
import static dev.sidetone.simulator.findings.CheckedCall.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.fixtures.Voices;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Spool;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingChecksTest {
    private static final Spoken VOICES = Spoken.byAll();
    private static final int PIECE_BYTES = 4_000;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sixteenBitSamplesInEitherByteOrderAreNamed(boolean bigEndian) {
        assertThat(codes(sent(VOICES.pcm16(bigEndian)))).containsExactly("wrong-encoding");
    }

    @Test
    void sixteenBitSamplesInOddPiecesAreNamedToo() {
        byte[] pcm = VOICES.pcm16(false);
        var call = placed();
        for (int at = 0; at + 333 <= pcm.length; at += 333) {
            call.at(100 + at / 16.0).agentSends(Arrays.copyOfRange(pcm, at, at + 333));
        }
        assertThat(codes(call.hangsUpAt(3_000))).containsExactly("wrong-encoding");
    }

    @Test
    void aFilesHeaderIsNamedWithItsMessage() {
        byte[] wav = "RIFF\0\0\0\0WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1);
        CallResult call = placed().at(100).agentSends(wav).hangsUpAt(1_000);
        assertThat(codes(call)).containsExactly("wrong-encoding");
        assertThat(call.findings().get(0).frame()).isEqualTo(1);
        assertThat(call.findings().get(0).what()).contains("WAV");
    }

    @Test
    void base64OfBase64IsNamed() {
        byte[] twice = Base64.getEncoder().encode(VOICES.mulaw());
        assertThat(codes(sent(twice))).contains("double-base64").doesNotContain("wrong-encoding");
    }

    @ParameterizedTest
    @MethodSource("voices")
    void aVoiceInMulawIsAsItShouldBe(String voice) {
        assertThat(codes(sent(Spoken.by(voice).twice().twice().mulaw()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.333, 2, 3})
    void aVoiceAtTheWrongRateIsSuspected(double speed) {
        CallTimeline knowsNobody = new CallTimeline("0.1.0", Spool.NONE, Checks.forOneCall(KnownSounds.NONE));
        CallResult call = sent(
                FakeCall.into(knowsNobody),
                VOICES.twice().twice().atSpeed(speed).mulaw());
        assertThat(codes(call)).containsExactly("wrong-rate");
        assertThat(call.findings().get(0).severity()).isEqualTo(Severity.SUSPICION);
        assertThat(call.findings().get(0).what()).contains(speed < 1 ? "slowly" : "fast");
    }

    @Test
    void aToneIsNoVoice() {
        short[] tone = new short[40_000];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (short) (8_000 * Math.sin(2 * Math.PI * 440 * i / 8_000));
        }
        byte[] codes = new byte[tone.length];
        Mulaw.encode(tone, codes);
        assertThat(codes(sent(codes))).isEmpty();
    }

    static List<String> voices() {
        return Voices.names();
    }

    private static CallResult sent(byte[] audio) {
        return sent(placed(), audio);
    }

    private static CallResult sent(FakeCall call, byte[] audio) {
        for (int at = 0; at < audio.length; at += PIECE_BYTES) {
            call.at(100 + at / 8.0).agentSends(Arrays.copyOfRange(audio, at, Math.min(audio.length, at + PIECE_BYTES)));
        }
        return call.hangsUpAt(500 + audio.length / 8.0);
    }
}
