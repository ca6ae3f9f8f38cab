package dev.sidetone.simulator.findings;

import static dev.sidetone.simulator.findings.CheckedCall.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.findings.encoding.Recoded;
import dev.sidetone.simulator.findings.encoding.SentFormat;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.ReportedFinding;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.timeline.Severity;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sent in place of mu-law is named, with its cure. */
class WrongEncodingTest {
    private static final int PIECE_BYTES = 160;
    private static final int MISSED_BYTES = 2_001;

    @ParameterizedTest
    @CsvSource({
        "mp3, MP3",
        "aac, AAC",
        "flac, FLAC",
        "opus, OGG_OPUS",
        "ogg, OGG",
        "webm, WEBM",
        "m4a, MP4",
    })
    void soundInAContainerIsNamed(String file, SentFormat format) {
        assertNamed(sent(Recoded.file(file), PIECE_BYTES), format);
    }

    @ParameterizedTest
    @CsvSource({"mp3, MP3", "aac, AAC", "flac, FLAC", "opus, OGG", "ogg, OGG", "webm, WEBM"})
    void soundInAContainerIsNamedWhoseBeginningWasMissed(String file, SentFormat format) {
        byte[] whole = Recoded.file(file);
        assertNamed(sent(Arrays.copyOfRange(whole, MISSED_BYTES, whole.length), 333), format);
    }

    @ParameterizedTest
    @EnumSource
    void samplesOfAnotherFormatAreNamed(Recoded.RawFormat format) {
        assertNamed(sent(Recoded.voices(format), 4_000), SentFormat.valueOf(format.name()));
    }

    @Test
    void theByteOrderIsLeftOpenWhereMessagesCutSamplesInTwo() {
        assertNamed(sent(Recoded.voices(Recoded.RawFormat.PCM16_BE), 333), SentFormat.PCM16);
    }

    @Test
    void aWavFileOfSixteenBitsIsNamedByItsHeaderAndByItsSamples() {
        byte[] samples = Recoded.voices(Recoded.RawFormat.PCM16_LE);
        FakeCall call = placed();
        call.at(100).agentSends("RIFF\0\0\0\0WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1));
        send(call, samples, 4_000);
        assertThat(wrong(call.hangsUpAt(20_000))).hasSize(2).last().satisfies(found -> assertThat(found.what())
                .contains(SentFormat.PCM16_LE.title()));
    }

    private static void assertNamed(CallResult call, SentFormat format) {
        assertThat(wrong(call)).singleElement().satisfies(found -> {
            assertThat(found.severity()).isEqualTo(Severity.ERROR);
            assertThat(found.what()).startsWith("The server sends " + format.title() + " where mu-law belongs");
            assertThat(found.cure()).isEqualTo(format.cure());
            assertThat(found.frame()).isPositive();
        });
    }

    private static List<ReportedFinding> wrong(CallResult call) {
        return call.findings().stream()
                .filter(found -> found.code().equals("wrong-encoding"))
                .toList();
    }

    private static CallResult sent(byte[] bytes, int pieceBytes) {
        FakeCall call = placed();
        send(call, bytes, pieceBytes);
        return call.hangsUpAt(1_000 + bytes.length / 8.0);
    }

    private static void send(FakeCall call, byte[] bytes, int pieceBytes) {
        for (int at = 0; at < bytes.length; at += pieceBytes) {
            call.at(100 + at / 16.0).agentSends(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + pieceBytes)));
        }
    }
}
