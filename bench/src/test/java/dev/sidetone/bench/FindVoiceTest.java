package dev.sidetone.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bench.VoiceSearch.Match;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindVoiceTest {
    private static final int RATE_HZ = 8000;
    private static final int LATER_SAMPLES = 7321;

    private final short[] voice = voice(1, 6 * RATE_HZ);

    @Test
    void aVoiceIsFoundWhereItIsEvenQuietAndInNoise() {
        List<Match> matches = VoiceSearch.find(voice, played(voice, 0.3, 300), 6, RATE_HZ / 2);
        assertThat(matches).hasSize(6).allSatisfy(match -> {
            assertThat(match.lagSamples()).isEqualTo(LATER_SAMPLES);
            assertThat(match.correlation()).isGreaterThan(0.8);
        });
    }

    @Test
    void anotherVoiceIsNotFound() {
        short[] other = voice(2, 6 * RATE_HZ);
        assertThat(isFound(at8kHz(voice), at8kHz(played(other, 1, 0)))).isFalse();
        assertThat(isFound(at8kHz(voice), at8kHz(played(voice, 1, 0)))).isTrue();
    }

    @Test
    void aVoiceIsFoundThoughTheDeviceSlippedNowAndThen() {
        short[] slipped = new short[voice.length];
        for (int i = 0; i < slipped.length; i++) {
            slipped[i] = voice[Math.max(0, i - 160 * (i / RATE_HZ))];
        }
        assertThat(isFound(at8kHz(voice), at8kHz(slipped))).isTrue();
    }

    @Test
    void silenceHoldsNoVoiceAndSilenceIsNoVoice() {
        short[] silence = new short[3 * RATE_HZ];
        assertThat(isFound(at8kHz(voice), at8kHz(silence))).isFalse();
        assertThat(isFound(at8kHz(silence), at8kHz(voice))).isFalse();
        assertThat(isFound(at8kHz(voice), at8kHz(new short[10]))).isFalse();
    }

    @Test
    void eitherChannelOfAWavAndBareSamplesAreRead(@TempDir Path folder) throws IOException {
        Path bare = Files.write(folder.resolve("bare.raw"), bytes(new short[] {1, -2}));
        assertThat(RecordedChannel.lastChannel(bare).samples()).containsExactly(1, -2);
        Path wav = folder.resolve("call.wav");
        ByteBuffer file = ByteBuffer.allocate(44 + 8).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(US_ASCII)).putInt(36 + 8);
        file.put("WAVEfmt ".getBytes(US_ASCII)).putInt(16);
        file.putShort((short) 1).putShort((short) 2).putInt(RATE_HZ).putInt(4 * RATE_HZ);
        file.putShort((short) 4).putShort((short) 16);
        file.put("data".getBytes(US_ASCII)).putInt(8);
        file.put(bytes(new short[] {10, 11, 20, 21}));
        Files.write(wav, file.array());
        assertThat(RecordedChannel.firstChannel(wav).samples()).containsExactly(10, 20);
        assertThat(RecordedChannel.lastChannel(wav).samples()).containsExactly(11, 21);
    }

    @Test
    void thePersonWhoReadsItIsToldWhereTheVoiceIs() {
        List<String> lines = new ArrayList<>();
        FindVoice.isFound(at8kHz(voice), at8kHz(played(voice, 1, 0)), lines::add);
        assertThat(lines).contains("12 of 12 stretches of the voice found");
        assertThat(lines)
                .first()
                .isEqualTo("at    300.0 ms of the voice, recorded    915.1 ms later, correlation 1.000");
    }

    private static boolean isFound(RecordedChannel voice, RecordedChannel recorded) {
        return FindVoice.isFound(voice, recorded, line -> {});
    }

    private static RecordedChannel at8kHz(short[] samples) {
        return new RecordedChannel(samples);
    }

    /** Noise that swells and ebbs like syllables. */
    private static short[] voice(long seed, int length) {
        Random random = new Random(seed);
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            double swell = Math.max(0, Math.sin(i * 2 * Math.PI / (RATE_HZ / 3.0)));
            samples[i] = (short) (random.nextGaussian() * 3000 * swell);
        }
        return samples;
    }

    private static short[] played(short[] voice, double gain, double noise) {
        Random random = new Random(99);
        short[] samples = new short[voice.length + 2 * LATER_SAMPLES];
        for (int i = 0; i < samples.length; i++) {
            int from = i - LATER_SAMPLES;
            double sound = from >= 0 && from < voice.length ? voice[from] * gain : 0;
            samples[i] = (short) (sound + random.nextGaussian() * noise);
        }
        return samples;
    }

    private static byte[] bytes(short[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return bytes.array();
    }
}
