package dev.sidetone.simulator.findings;

import static dev.sidetone.simulator.findings.CheckedCall.codes;
import static dev.sidetone.simulator.findings.CheckedCall.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.AudioFormat;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.audio.Transcoder;
import dev.sidetone.fixtures.Voices;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Spool;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known before it is heard shows the rate at which it is played. */
class KnownRateTest {
    private static final int PIECE_BYTES = 1_600;

    @ParameterizedTest
    @MethodSource("voicesAndSpeeds")
    void aKnownVoiceAtTheWrongRateIsAnErrorThatSaysHowWrong(String voice, double speed, String how) {
        CallResult call = heard(placed(), Spoken.by(voice).atSpeed(speed).mulaw());

        assertThat(call.findings()).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo("wrong-rate");
            assertThat(found.severity()).isEqualTo(Severity.ERROR);
            assertThat(found.what()).contains(how);
        });
    }

    /** Not of "mm-hmm", which is over before it is recognised. */
    static Stream<Arguments> voicesAndSpeeds() {
        return Voices.names().stream()
                .filter(voice ->
                        Voices.open(voice).speechEnd() - Voices.open(voice).speechStart() > LineFrame.RATE_HZ)
                .flatMap(voice -> Stream.of(
                        Arguments.of(voice, 1 / 3.0, "3 times too slowly"),
                        Arguments.of(voice, 0.5, "2 times too slowly"),
                        Arguments.of(voice, 2, "2 times too fast")));
    }

    @ParameterizedTest
    @CsvSource({"16000, 2 times too slowly", "24000, 3 times too slowly"})
    void theSoundOfAWireThatIsSentOnWithoutResamplingIsAnError(int rateHz, String how) {
        byte[] wire = new Transcoder(AudioFormat.pcm16(rateHz))
                .toWire(MulawChunk.of(Spoken.by("book-a-table").mulaw()));
        short[] samples = new short[wire.length / 2];
        ByteBuffer.wrap(wire).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        byte[] codes = new byte[samples.length];
        Mulaw.encode(samples, codes);

        CallResult call = heard(placed(), codes);

        assertThat(call.findings()).singleElement().satisfies(found -> assertThat(
                        found.severity().word() + " " + found.what())
                .startsWith("error")
                .contains(how));
    }

    @ParameterizedTest
    @CsvSource({"16000, 2 times too fast", "24000, 3 times too fast"})
    void theLinesSoundThatIsTakenForAWiresAndResampledIsAnError(int rateHz, String how) {
        short[] samples = Voices.open("ask-opening-hours").samples();
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);

        CallResult call = heard(
                placed(),
                new Transcoder(AudioFormat.pcm16(rateHz)).toLine(bytes.array()).decode());

        assertThat(call.findings()).singleElement().satisfies(found -> assertThat(
                        found.severity().word() + " " + found.what())
                .startsWith("error")
                .contains(how));
    }

    @ParameterizedTest
    @MethodSource("voices")
    void aKnownVoiceAtItsOwnRateIsAsItShouldBe(String voice) {
        assertThat(codes(heard(placed(), Spoken.by(voice).mulaw()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("voices")
    void aVoiceThatIsNotKnownIsNoOthersAtTheWrongRate(String voice) {
        List<byte[]> others = Voices.names().stream()
                .filter(name -> !name.equals(voice))
                .map(name -> Spoken.by(name).mulaw())
                .toList();
        CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE, Checks.forOneCall(KnownSounds.NONE.and(others)));

        assertThat(codes(heard(FakeCall.into(timeline), Spoken.by(voice).mulaw())))
                .isEmpty();
    }

    @Test
    void theRateIsToldOnceACall() {
        byte[] slow = Spoken.by("book-a-table").atSpeed(0.5).mulaw();
        FakeCall call = placed();
        send(call, 200, slow);
        send(call, 10_000, slow);
        assertThat(codes(call.hangsUpAt(20_000))).containsExactly("wrong-rate");
    }

    static List<String> voices() {
        return Voices.names();
    }

    private static CallResult heard(FakeCall call, byte[] mulaw) {
        send(call, 200, mulaw);
        return call.hangsUpAt(2_000 + mulaw.length / 8.0);
    }

    private static void send(FakeCall call, double atMs, byte[] mulaw) {
        for (int at = 0; at < mulaw.length; at += PIECE_BYTES) {
            call.at(atMs + at / 16.0)
                    .agentSends(Arrays.copyOfRange(mulaw, at, Math.min(mulaw.length, at + PIECE_BYTES)));
        }
    }
}
