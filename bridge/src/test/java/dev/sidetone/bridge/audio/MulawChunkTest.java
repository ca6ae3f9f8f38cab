package dev.sidetone.bridge.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MulawChunkTest {
    @Test
    void itsBytesAreCountedWithoutDecoding() {
        for (int length = 0; length < 10; length++) {
            String base64 = MulawChunk.of(new byte[length]).base64();
            assertThat(MulawChunk.ofBase64(base64)).isEqualTo(new MulawChunk(base64, length));
        }
    }

    @Test
    void itGivesBackWhatWentIn() {
        byte[] sound = {0, 1, (byte) 0xFF, 0x7F, (byte) 0x80};
        assertThat(MulawChunk.of(sound).decode()).isEqualTo(sound);
    }

    @Test
    void eightBytesLastAMillisecond() {
        assertThat(MulawChunk.of(new byte[1_000]).ms()).isEqualTo(125);
    }

    @Test
    void textThatIsNotBase64IsRefusedWhenItIsDecoded() {
        MulawChunk broken = MulawChunk.ofBase64("%%%%");
        assertThatThrownBy(broken::decode).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itIsDecodedIntoAPlaceAsItIsByItself() {
        byte[] sound = new byte[300];
        new Random(7).nextBytes(sound);
        for (int length = 0; length < sound.length; length++) {
            MulawChunk chunk = MulawChunk.of(Arrays.copyOf(sound, length));
            byte[] place = new byte[length + 20];
            chunk.decode(place, 10);
            assertThat(Arrays.copyOfRange(place, 10, 10 + length)).isEqualTo(chunk.decode());
            assertThat(Arrays.copyOf(place, 10)).containsOnly(0);
            assertThat(Arrays.copyOfRange(place, 10 + length, place.length)).containsOnly(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%%", "A=AA", "AAAAA", "====", "A", "=", "AA=A", "AAA\u00e4", "\u4e00AAA"})
    void textThatIsNotBase64IsRefusedInAPlaceTooAndWhereItComesFromOthers(String text) {
        MulawChunk broken = MulawChunk.ofBase64(text);
        byte[] place = new byte[20];
        assertThatThrownBy(() -> broken.decode(place, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThat(MulawChunk.isForeignBase64(text)).isEqualTo(isTaken(text));
    }

    @Test
    void whetherTextOfOthersIsTakenIsKnownWithoutAnException() {
        assertThat(MulawChunk.isForeignBase64("")).isTrue();
        assertThat(MulawChunk.isForeignBase64("AZaz09+/")).isTrue();
        assertThat(MulawChunk.isForeignBase64("AZaz09==")).isTrue();
        assertThat(MulawChunk.isForeignBase64("AZaz09-_")).isFalse();
        assertThat(MulawChunk.isForeignBase64("AZaz09=")).isFalse();
    }

    private static boolean isTaken(String text) {
        try {
            return MulawChunk.ofForeignBase64(text).base64().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
