package dev.sidetone.simulator.twilio.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sidetone.simulator.line.stream.InvalidMessage;
import dev.sidetone.simulator.line.stream.TwoWayProtocol;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaStreamProtocolTest {
    private static final String SID = "MZ0123456789abcdef0123456789abcdef";

    private final MediaStreamProtocol messages = protocol(SID, false);
    private final List<String> read = new ArrayList<>();
    private final TwoWayProtocol.Receiver receiver = new TwoWayProtocol.Receiver() {
        @Override
        public void media(byte[] mulaw) {
            read.add("media " + Arrays.toString(mulaw));
        }

        @Override
        public void mark(String name) {
            read.add("mark " + name);
        }

        @Override
        public void clear() {
            read.add("clear");
        }

        @Override
        public void suspect(InvalidMessage what) {
            read.add("suspect " + what.what());
        }
    };

    @Test
    void aServersHandWrittenTrafficIsReadAsItIsMeant() throws Exception {
        MediaStreamProtocol sample = protocol("MZ00000000000000000000000000000001", false);
        try (InputStream traffic = getClass().getResourceAsStream("/wire/twilio.txt")) {
            String text = new String(Objects.requireNonNull(traffic).readAllBytes(), StandardCharsets.UTF_8);
            for (String line :
                    text.lines().filter(line -> line.startsWith("> ")).toList()) {
                sample.read(line.substring(2), receiver);
            }
        }
        assertThat(read).containsExactly("media [0, 127, -1, -128]", "mark answer 1", "clear");
    }

    @Test
    void theThreeMessagesOfAServerAreRead() throws InvalidMessage {
        messages.read("{\"event\":\"media\",\"streamSid\":\"" + SID + "\",\"media\":{\"payload\":\"AQL/\"}}", receiver);
        messages.read("{\"mark\":{\"name\":\"m 1\"},\"streamSid\":\"" + SID + "\",\"event\":\"mark\"}", receiver);
        messages.read(" { \"event\" : \"clear\" , \"streamSid\" : \"" + SID + "\" } ", receiver);

        assertThat(read).containsExactly("media [1, 2, -1]", "mark m 1", "clear");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "hello | not JSON",
                "[1] | not a JSON object",
                "\"clear\" | not a JSON object",
                "{\"event\":\"clear\",\"streamSid\":\"SID\"} x | not JSON",
                "{\"event\":\"clear\",\"event\":\"clear\",\"streamSid\":\"SID\"} | has the field \"event\" twice",
                "{\"streamSid\":\"SID\"} | has no event",
                "{\"event\":7,\"streamSid\":\"SID\"} | event of type number",
                "hello | is not JSON: it is plain text: \"hello\".",
                "{'event': 'clear'} | is not JSON: its quotation marks are single ones",
                "{\"event\":\"clear\",\"streamSid\":\"SID\"}{} | is not JSON: it stops being JSON at character",
                "{\"event\":\"clear\" | is not JSON: it ends in the middle.",
                "{\"event\":\"Media\",\"streamSid\":\"SID\"} | unknown event \"Media\"",
                "{\"event\":\"stop\",\"streamSid\":\"SID\"} | unknown event \"stop\"",
                "{\"event\":\"clear\"} | has no streamSid",
                "{\"event\":\"clear\",\"streamSid\":null} | streamSid of type null",
                "{\"event\":\"clear\",\"streamSid\":\"MZ1\"} | streamSid \"MZ1\", which is not this stream's",
                "{\"event\":\"clear\",\"stream_sid\":\"SID\"} | names stream_sid",
                "{\"event\":\"clear\",\"streamSid\":\"SID\",\"sequenceNumber\":\"1\"} | does not know: sequenceNumber",
                "{\"event\":\"mark\",\"streamSid\":\"SID\"} | no object \"mark\"",
                "{\"event\":\"mark\",\"streamSid\":\"SID\",\"mark\":\"a\"} | no object \"mark\"",
                "{\"event\":\"mark\",\"streamSid\":\"SID\",\"mark\":{}} | has no name",
                "{\"event\":\"mark\",\"streamSid\":\"SID\",\"mark\":{\"name\":1}} | name of type number",
                "{\"event\":\"media\",\"streamSid\":\"SID\",\"media\":{}} | has no payload",
                "{\"event\":\"media\",\"streamSid\":\"SID\",\"media\":{\"payload\":\"AQL/\",\"track\":\"outbound\"}} | does not know: track",
                "{\"event\":\"media\",\"streamSid\":\"SID\",\"media\":{\"payload\":\"AQL\"}} | is not a multiple of four",
                "{\"event\":\"media\",\"streamSid\":\"SID\",\"media\":{\"payload\":\"AQ_-\"}} | not base64: its character 3 is \"_\".",
                "{\"event\":\"media\",\"streamSid\":\"SID\",\"media\":{\"payload\":\"A=QL\"}} | not base64: its padding begins at character 2 of 4."
            })
    void whatTwilioWouldIgnoreIsNamed(String text, String what) {
        InvalidMessage invalid = invalid(text.replace("SID", SID));

        assertThat(invalid.what()).contains(what).endsWith(".");
        assertThat(invalid.cure()).isNotBlank().endsWith(".");
        assertThat(read).isEmpty();
    }

    @Test
    void base64OfBase64IsToldAndTakenAsTheNoiseThatItIs() throws InvalidMessage {
        byte[] audio = new byte[160];
        Arrays.fill(audio, 20, 90, (byte) 0xE3);
        byte[] once = Base64.getEncoder().encode(audio);

        messages.read(media(Base64.getEncoder().encodeToString(once)), receiver);

        assertThat(read).hasSize(2);
        assertThat(read.get(0)).startsWith("suspect").contains("base64 of base64");
        assertThat(read.get(1)).isEqualTo("media " + Arrays.toString(once));
    }

    @Test
    void aSteadyTestSignalIsNotTakenForText() throws InvalidMessage {
        byte[] audio = new byte[160];
        Arrays.fill(audio, (byte) 'U');

        messages.read(media(Base64.getEncoder().encodeToString(audio)), receiver);

        assertThat(read).hasSize(1);
    }

    @Test
    void aLenientReaderReadsOverFieldsThatItDoesNotKnow() throws InvalidMessage {
        MediaStreamProtocol lenient = protocol(SID, true);

        lenient.read("{\"event\":\"clear\",\"streamSid\":\"" + SID + "\",\"why\":\"barge-in\"}", receiver);
        lenient.read(
                "{\"event\":\"mark\",\"streamSid\":\"" + SID + "\",\"mark\":{\"name\":\"m\",\"label\":1}}", receiver);

        assertThat(read).containsExactly("clear", "mark m");
    }

    @ParameterizedTest
    @CsvSource({"AQL/,[1; 2; -1]", "AQL,[1; 2]", "A!QL/,[1; 2; -1]", "_-8=,[-1; -17]", "AQL/A,[1; 2; -1]", "'',[]"})
    void aLenientReaderDecodesAsMuchAsItCan(String payload, String bytes) throws InvalidMessage {
        protocol(SID, true).read(media(payload), receiver);

        assertThat(read).containsExactly("media " + bytes.replace(';', ','));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"event\":\"clear\",\"stream_sid\":\"SID\"} | names stream_sid",
                "{\"event\":\"clear\"} | has no streamSid",
                "{\"event\":\"flush\",\"streamSid\":\"SID\"} | unknown event \"flush\"",
                "{\"event\":\"mark\",\"streamSid\":\"SID\",\"mark\":{}} | has no name"
            })
    void alsoALenientReaderWantsToKnowWhoAndWhat(String text, String what) {
        MediaStreamProtocol lenient = protocol(SID, true);

        InvalidMessage invalid =
                catchThrowableOfType(InvalidMessage.class, () -> lenient.read(text.replace("SID", SID), receiver));

        assertThat(invalid.what()).contains(what);
    }

    private static MediaStreamProtocol protocol(String streamSid, boolean lenient) {
        return new MediaStreamProtocol(new StreamNames("AC1", "CA1", streamSid, Map.of()), new Random(7), lenient);
    }

    private static String media(String payload) {
        return "{\"event\":\"media\",\"streamSid\":\"" + SID + "\",\"media\":{\"payload\":\"" + payload + "\"}}";
    }

    private InvalidMessage invalid(String text) {
        return catchThrowableOfType(InvalidMessage.class, () -> messages.read(text, receiver));
    }
}
