package dev.sidetone.bridge.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.MulawChunk;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Media and marks without a tree: read and written as with one, or not at all. */
class StreamTextTest {
    private static final String MEDIA =
            "{\"event\":\"media\",\"sequenceNumber\":\"3\",\"media\":{\"track\":\"inbound\","
                    + "\"chunk\":\"2\",\"timestamp\":\"175\",\"payload\":\"/w==\"},\"streamSid\":\"MZ1\"}";
    private static final String MARK =
            "{\"event\":\"mark\",\"sequenceNumber\":\"4\",\"streamSid\":\"MZ1\",\"mark\":{\"name\":\"s12\"}}";

    @Test
    void whatTwilioSendsIsReadWithoutATree() {
        assertThat(StreamText.read(MEDIA))
                .isEqualTo(new FromTwilio.Media(3, 2, 175, MulawChunk.ofBase64("/w=="), "MZ1"));
        assertThat(StreamText.read(MARK)).isEqualTo(new FromTwilio.Mark(4, "s12", "MZ1"));
    }

    /** Every letter in turn is left out, doubled or another: whatever is still read means the same with a tree. */
    @Test
    void whateverIsReadMeansTheSameWithATree() throws Exception {
        for (String message : List.of(MEDIA, MARK)) {
            for (int i = 0; i < message.length(); i++) {
                for (String instead : List.of("", "\"", "\\", "}", "{", ":", ",", "0", "x", " ", "\n", "=", "\u00e4")) {
                    isReadAsWithATree(message.substring(0, i) + instead + message.substring(i + 1));
                    isReadAsWithATree(message.substring(0, i) + instead + message.substring(i));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"media\",\"event\":\"mark\",\"streamSid\":\"MZ1\",\"mark\":{\"name\":\"a\"}}",
                "{\"event\":\"mark\",\"streamSid\":\"MZ1\",\"mark\":{\"name\":\"a\",\"name\":\"b\"}}",
                "{\"event\":\"mark\",\"streamSid\":\"MZ1\",\"mark\":{\"name\":\"a\"},\"mark\":{\"name\":\"b\"}}",
                "{\"event\":\"media\",\"streamSid\":\"MZ1\",\"media\":{\"payload\":\"/w==\"},\"mark\":{\"name\":\"b\"}}",
                "{\"event\":\"media\",\"streamSid\":\"MZ1\",\"media\":{\"payload\":\"%%%%\"}}",
                "{\"event\":\"media\",\"streamSid\":\"MZ1\",\"media\":{\"payload\":null}}",
                "{\"event\":\"dtmf\",\"streamSid\":\"MZ1\",\"dtmf\":{\"digit\":\"1\"}}"
            })
    void whatHasTwoMeaningsOrNoneIsLeftToTheTree(String text) {
        assertThat(StreamText.read(text)).isNull();
    }

    @Test
    void whatMustBeEscapedIsWrittenByTheWriterThatCan() throws Exception {
        ToTwilio.Mark odd = new ToTwilio.Mark("MZ\"1", "a\\b");
        assertThat(StreamText.write(odd)).isNull();
        assertThat(TwilioJson.write(odd))
                .isEqualTo("{\"event\":\"mark\",\"streamSid\":\"MZ\\\"1\",\"mark\":{\"name\":\"a\\\\b\"}}");
        ToTwilio.Media broken = new ToTwilio.Media("MZ1", MulawChunk.ofBase64("\"}x"));
        assertThat(StreamText.write(broken)).isNull();
        assertThat(TwilioJson.write(broken))
                .isEqualTo("{\"event\":\"media\",\"streamSid\":\"MZ1\",\"media\":{\"payload\":\"\\\"}x\"}}");
    }

    private static void isReadAsWithATree(String text) throws Exception {
        FromTwilio quick = StreamText.read(text);
        if (quick != null) {
            assertThat(TwilioJson.readTree(text)).as(text).isEqualTo(quick);
        }
    }
}
