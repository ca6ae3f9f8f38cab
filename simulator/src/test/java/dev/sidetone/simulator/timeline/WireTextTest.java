package dev.sidetone.simulator.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class WireTextTest {
    private static final String SOUND = Base64.getEncoder().encodeToString(new byte[480]);

    @Test
    void soundIsReplacedByItsLength() {
        WireText kept = WireText.of("{\"type\":\"delta\",\"delta\":\"" + SOUND + "\",\"item\":\"i1\"}");
        assertThat(kept.text()).isEqualTo("{\"type\":\"delta\",\"delta\":\"(640 characters)\",\"item\":\"i1\"}");
        assertThat(kept.soundChars()).isEqualTo(640);
    }

    @Test
    void soundIsFoundBehindEscapedQuotes() {
        WireText kept = WireText.of("{\"a\":\"say \\\"yes\\\" now\",\"b\":\"\",\"c\":\"" + SOUND + "\"}");
        assertThat(kept.soundChars()).isEqualTo(640);
        assertThat(kept.text()).endsWith("\"c\":\"(640 characters)\"}");
    }

    @Test
    void longWordsAreNoSound() {
        String words = "{\"instructions\":\"" + "You are a friendly receptionist. ".repeat(20) + "\"}";
        assertThat(WireText.of(words)).isEqualTo(new WireText(words, 0));
    }

    @Test
    void aMessageWithoutEndIsCut() {
        WireText kept = WireText.of("x".repeat(1_000_000));
        assertThat(kept.text()).hasSizeLessThan(WireText.MOST_CHARS + 40).endsWith("… (1000000 characters)");
        assertThat(WireText.of("\"" + "x".repeat(200)).soundChars()).isZero();
    }
}
