package dev.sidetone.bridge.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Base64 in the forms that servers write: it becomes what Twilio takes, or is refused. */
class Base64TextTest {
    @Test
    void everyFormOfTheSameBytesBecomesTheSameText() {
        Random random = new Random(4);
        for (int length = 0; length < 400; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            String standard = Base64.getEncoder().encodeToString(bytes);
            assertThat(Base64Text.standard(standard)).isSameAs(standard);
            assertThat(Base64Text.standard(Base64.getMimeEncoder().encodeToString(bytes)))
                    .isEqualTo(standard);
            assertThat(Base64Text.standard(Base64.getEncoder().withoutPadding().encodeToString(bytes)))
                    .isEqualTo(standard);
            assertThat(Base64Text.standard(Base64.getUrlEncoder().encodeToString(bytes)))
                    .isEqualTo(standard);
            assertThat(Base64Text.standard(
                            " " + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n"))
                    .isEqualTo(standard);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "AAAAA",
                "AA=A",
                "AAAA=",
                "AAA==",
                "AA===",
                "====",
                "AA\u0000A",
                "AAA\u00e9",
                "AA==AA==",
                "a.b-"
            })
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> Base64Text.standard(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
