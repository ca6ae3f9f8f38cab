package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.Alaw;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.simulator.timeline.Fact;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A {@code <Play>}: files, keys' tones, and what cannot be played. */
class PlayCallTest {
    private final TestServer server = new TestServer();
    private final ManualLine line = new ManualLine().serving(server);
    private final TickingCaller caller = new TickingCaller();

    @ParameterizedTest
    @CsvSource({
        "1, 16, 8000",
        "1, 8, 8000",
        "1, 24, 8000",
        "3, 32, 8000",
        "6, 8, 8000",
        "7, 8, 8000",
        "1, 16, 16000",
        "1, 16, 44100",
        "1, 8, 11025"
    })
    void aWavIsHeardForAsLongAsItLasts(int encoding, int bits, int rateHz) {
        server.page("/a.wav", 200, "audio/wav", wav(encoding, bits, rateHz, 0.5));
        voice("<Play>/a.wav</Play><Connect><Stream url='/media'/></Connect>");

        line.call(caller, Duration.ofSeconds(1));

        assertThat(loud()).hasSizeBetween(24, 26);
        assertThat(line.facts.findings()).isEmpty();
        assertThat(server.requests.get(1).method()).isEqualTo("GET");
        assertThat(server.upgrades).hasSize(1);
    }

    @Test
    void aLoopPlaysItAgain() {
        server.page("/a.wav", 200, "audio/x-wav", wav(1, 16, 8000, 0.2));
        voice("<Play loop='3'>/a.wav</Play><Connect><Stream url='/media'/></Connect>");

        line.call(caller, Duration.ofSeconds(1));

        assertThat(loud()).hasSize(30);
    }

    @Test
    void rawMulawIsPlayedAsItIs() {
        server.page("/a.ulaw", 200, "audio/basic", "!".repeat(320));
        voice("<Play>/a.ulaw</Play><Connect><Stream url='/media'/></Connect>");

        line.call(caller, Duration.ofSeconds(1));

        assertThat(loud()).hasSize(2).allMatch(frame -> frame.code(7) == 0x21);
    }

    @ParameterizedTest
    @CsvSource({
        "200, audio/mpeg, ID3,      not-carried-out, audio/mpeg",
        "200, text/html,  <p>,      12300,           text/html",
        "200, audio/wav,  RIFFnone, not-carried-out, is not a WAV",
        "404, audio/wav,  none,     11200,           404"
    })
    void aFileThatCannotBePlayedIsToldAndTheNextVerbFollows(
            int status, String type, String body, String code, String what) {
        server.page("/a", status, type, body);
        voice("<Play>/a</Play><Connect><Stream url='/media'/></Connect>");

        line.call(caller, Duration.ofSeconds(1));

        assertThat(line.facts.findingCodes()).containsExactly(code);
        assertThat(line.facts.findings().get(0).what()).contains(what);
        assertThat(server.upgrades).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:9/a.wav, 11200", "'no url at all', 11100", "ftp://localhost/a.wav, 11100"})
    void aFileThatIsNowhereIsToldAndTheNextVerbFollows(String url, String code) {
        voice("<Play>" + url + "</Play><Connect><Stream url='/media'/></Connect>");

        line.call(caller, Duration.ofSeconds(1));

        assertThat(line.facts.findingCodes()).containsExactly(code);
        assertThat(server.upgrades).hasSize(1);
    }

    @Test
    void aFileWhoseUrlCarriesTheCallsTokenIsNotedShort() {
        server.page("/a.ulaw", 200, "audio/basic", "!".repeat(320));
        voice("<Play>/a.ulaw?CallSid=CA1&amp;CallToken=%7B%22parentCallInfoToken%22%7D</Play>");

        line.call(caller, Duration.ofSeconds(1));

        assertThat(line.facts.of(Fact.Noted.class))
                .extracting(Fact.Noted::text)
                .contains("Twilio plays http://localhost:8080/a.ulaw?…")
                .noneMatch(note -> note.contains("CallToken"));
    }

    @Test
    void aFileThatDoesNotComeIsNotWaitedForForEver() {
        line.withholdsFiles = true;
        voice("<Play>/a.wav</Play><Connect><Stream url='/media'/></Connect>");

        line.call(caller, Duration.ofMillis(14_900));
        assertThat(server.upgrades).isEmpty();
        line.pass(Duration.ofMillis(200));

        assertThat(line.facts.findingCodes()).containsExactly("11205");
        assertThat(server.upgrades).hasSize(1);
    }

    @Test
    void digitsAreHeardAsTheirTwoTones() {
        voice("<Play digits='w5'/><Connect><Stream url='/media'/></Connect>");

        line.call(caller, Duration.ofSeconds(2));

        assertThat(caller.heard.subList(1, 25)).allMatch(LineFrame.SILENCE::equals);
        LineFrame five = caller.heard.get(28);
        assertThat(power(five, 770)).isGreaterThan(20 * power(five, 697));
        assertThat(power(five, 1336)).isGreaterThan(20 * power(five, 1209));
        assertThat(loud()).hasSizeBetween(6, 7);
    }

    @Test
    void charactersThatAreNoKeysAreTold() {
        voice("<Play digits='1x'/><Play digits='x'/><Play/><Connect><Stream url='/media'/></Connect>");

        line.call(caller, Duration.ofSeconds(2));

        assertThat(line.facts.findingCodes()).containsOnly("12200").hasSize(3);
        assertThat(loud()).hasSizeBetween(6, 7);
        assertThat(server.upgrades).hasSize(1);
    }

    @Test
    void keysThatWouldGoOnForHoursAreCutShort() {
        voice("<Play digits='" + "W".repeat(60_000) + "5'/><Connect><Stream url='/media'/></Connect>");

        line.call(caller, Duration.ofMinutes(10));

        assertThat(line.facts.findingCodes()).containsExactly("12200");
        assertThat(server.upgrades).hasSize(1);
    }

    private List<LineFrame> loud() {
        return caller.heard.stream()
                .filter(frame -> !frame.equals(LineFrame.SILENCE))
                .toList();
    }

    private void voice(String verbs) {
        server.twiml("/voice", "<Response>" + verbs + "</Response>");
    }

    /** How much of one frequency is in a frame, by Goertzel. */
    private static double power(LineFrame frame, double hz) {
        double turn = 2 * Math.cos(2 * Math.PI * hz / LineFrame.RATE_HZ);
        double last = 0;
        double before = 0;
        for (int i = 0; i < LineFrame.BYTES; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / (LineFrame.BYTES - 1));
            double next = window * Mulaw.decode(frame.code(i)) + turn * last - before;
            before = last;
            last = next;
        }
        return last * last + before * before - turn * last * before;
    }

    private static String wav(int encoding, int bits, int rateHz, double seconds) {
        int samples = (int) (rateHz * seconds);
        int bytes = samples * bits / 8;
        ByteBuffer out = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        out.putShort((short) encoding).putShort((short) 1).putInt(rateHz).putInt(rateHz * bits / 8);
        out.putShort((short) (bits / 8)).putShort((short) bits);
        out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        for (int i = 0; i < samples; i++) {
            put(out, encoding, bits, (short) (8000 * Math.sin(2 * Math.PI * 500 * i / rateHz)));
        }
        return new String(out.array(), StandardCharsets.ISO_8859_1);
    }

    private static void put(ByteBuffer out, int encoding, int bits, short sample) {
        switch (encoding * 100 + bits) {
            case 708 -> out.put(Mulaw.encode(sample));
            case 608 -> out.put(Alaw.encode(sample));
            case 332 -> out.putFloat(sample / 32_768f);
            case 124 -> out.put((byte) 0).putShort(sample);
            case 108 -> out.put((byte) ((sample >> 8) + 128));
            default -> out.putShort(sample);
        }
    }
}
