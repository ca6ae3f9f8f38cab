package dev.sidetone.bridge.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.bridge.audio.MulawChunk;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioJsonTest {

    @Test
    void startIsWrittenWithTwiliosKeysInTwiliosOrderAndOnlyTwoNumbers() {
        assertThat(TwilioJson.write(new FromTwilio.Start(1, "AC1", "MZ1", "CA1", Map.of("token", "a\"b"))))
                .isEqualTo("{\"event\":\"start\",\"sequenceNumber\":\"1\",\"start\":{\"accountSid\":\"AC1\","
                        + "\"streamSid\":\"MZ1\",\"callSid\":\"CA1\",\"tracks\":[\"inbound\"],"
                        + "\"mediaFormat\":{\"encoding\":\"audio/x-mulaw\",\"sampleRate\":8000,\"channels\":1},"
                        + "\"customParameters\":{\"token\":\"a\\\"b\"}},\"streamSid\":\"MZ1\"}");
    }

    @Test
    void everyOtherMessageIsWrittenAsTwilioWritesIt() {
        assertThat(TwilioJson.write(new FromTwilio.Connected("Call", "1.0.0")))
                .isEqualTo("{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}");
        assertThat(TwilioJson.write(new FromTwilio.Media(2, 1, 155, MulawChunk.ofBase64("/w=="), "MZ1")))
                .isEqualTo("{\"event\":\"media\",\"sequenceNumber\":\"2\",\"media\":{\"track\":\"inbound\","
                        + "\"chunk\":\"1\",\"timestamp\":\"155\",\"payload\":\"/w==\"},\"streamSid\":\"MZ1\"}");
        assertThat(TwilioJson.write(new FromTwilio.Dtmf(5, '#', "MZ1")))
                .isEqualTo("{\"event\":\"dtmf\",\"streamSid\":\"MZ1\",\"sequenceNumber\":\"5\","
                        + "\"dtmf\":{\"track\":\"inbound_track\",\"digit\":\"#\"}}");
        assertThat(TwilioJson.write(new FromTwilio.Mark(4, "my label", "MZ1")))
                .isEqualTo("{\"event\":\"mark\",\"sequenceNumber\":\"4\",\"streamSid\":\"MZ1\","
                        + "\"mark\":{\"name\":\"my label\"}}");
        assertThat(TwilioJson.write(new FromTwilio.Stop(378, "AC1", "CA1", "MZ1")))
                .isEqualTo("{\"event\":\"stop\",\"sequenceNumber\":\"378\",\"streamSid\":\"MZ1\","
                        + "\"stop\":{\"accountSid\":\"AC1\",\"callSid\":\"CA1\"}}");
    }

    @Test
    void aServersMessagesHoldTheFieldsThatTwilioWantsAndNoOthers() {
        assertThat(TwilioJson.write(new ToTwilio.Media("MZ1", MulawChunk.ofBase64("/w=="))))
                .isEqualTo("{\"event\":\"media\",\"streamSid\":\"MZ1\",\"media\":{\"payload\":\"/w==\"}}");
        assertThat(TwilioJson.write(new ToTwilio.Mark("MZ1", "m")))
                .isEqualTo("{\"event\":\"mark\",\"streamSid\":\"MZ1\",\"mark\":{\"name\":\"m\"}}");
        assertThat(TwilioJson.write(new ToTwilio.Clear("MZ1")))
                .isEqualTo("{\"event\":\"clear\",\"streamSid\":\"MZ1\"}");
    }

    @Test
    void numbersAreReadAsStringsOrAsNumbers() throws Exception {
        FromTwilio asStrings =
                TwilioJson.read("{\"event\":\"media\",\"sequenceNumber\":\"3\",\"media\":{\"track\":\"inbound\","
                        + "\"chunk\":\"2\",\"timestamp\":\"175\",\"payload\":\"/w==\"},\"streamSid\":\"MZ1\"}");
        FromTwilio asNumbers = TwilioJson.read("{\"streamSid\":\"MZ1\",\"media\":{\"payload\":\"/w==\",\"chunk\":2,"
                + "\"timestamp\":175,\"later\":true},\"sequenceNumber\":3,\"event\":\"media\"}");
        assertThat(asStrings)
                .isEqualTo(asNumbers)
                .isEqualTo(new FromTwilio.Media(3, 2, 175, MulawChunk.ofBase64("/w=="), "MZ1"));
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        FromTwilio start = new FromTwilio.Start(1, "AC1", "MZ1", "CA1", Map.of("a", "<b> & \"c\""));
        assertThat(TwilioJson.read(TwilioJson.write(start))).isEqualTo(start);
        FromTwilio stop = new FromTwilio.Stop(9, "AC1", "CA1", "MZ1");
        assertThat(TwilioJson.read(TwilioJson.write(stop))).isEqualTo(stop);
        FromTwilio dtmf = new FromTwilio.Dtmf(9, '*', "MZ1");
        assertThat(TwilioJson.read(TwilioJson.write(dtmf))).isEqualTo(dtmf);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "[]",
                "{",
                "{}",
                "{\"event\":\"mystery\"}",
                "{\"event\":\"media\"}",
                "{\"event\":\"media\",\"media\":{\"chunk\":\"1\"}}",
                "{\"event\":\"mark\",\"mark\":{}}",
                "{\"event\":\"dtmf\",\"dtmf\":{\"digit\":\"12\"}}",
                "{\"event\":\"start\",\"start\":{}}"
            })
    void garbageIsMalformedAndNothingElse(String text) {
        assertThatThrownBy(() -> TwilioJson.read(text)).isInstanceOf(TwilioJson.Malformed.class);
    }
}
