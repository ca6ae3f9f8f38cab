package dev.sidetone.bridge.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.MulawChunk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Hand-written Media Streams traffic, which the codec shares with nobody. */
class TwilioSampleTest {
    private static final String SID = "MZ00000000000000000000000000000001";

    @Test
    void whatTwilioSaysIsReadAndWrittenBackByteForByte() throws Exception {
        List<String> said = lines("< ");

        assertThat(said).hasSize(6);
        for (String line : said) {
            assertThat(TwilioJson.write(TwilioJson.read(line))).isEqualTo(line);
        }
    }

    @Test
    void whatAServerSaysIsWrittenByteForByte() throws Exception {
        assertThat(lines("> "))
                .containsExactly(
                        TwilioJson.write(new ToTwilio.Media(SID, MulawChunk.ofBase64("AH//gA=="))),
                        TwilioJson.write(new ToTwilio.Mark(SID, "answer 1")),
                        TwilioJson.write(new ToTwilio.Clear(SID)));
    }

    private static List<String> lines(String from) throws IOException {
        try (InputStream sample = TwilioSampleTest.class.getResourceAsStream("/wire/twilio.txt")) {
            return new String(Objects.requireNonNull(sample).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(from))
                    .map(line -> line.substring(from.length()))
                    .toList();
        }
    }
}
