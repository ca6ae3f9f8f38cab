package dev.sidetone.simulator.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sidetone.bridge.audio.Alaw;
import dev.sidetone.bridge.audio.Mulaw;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// Over 300 lines because every kind of file is read by the same few steps.
/** Every kind of file holds a tone of 500 Hz at three tenths of full scale behind a tenth of a second of silence. */
class SoundReaderTest {
    private static final double PEAK = 0.3;
    private static final int SILENT = 800;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"tone.flac", "tone-24-bit.flac", "tone.mp3", "tone.ogg", "tone.m4a"})
    void packedSoundIsHeardAsItWasRecorded(String file) throws IOException {
        isTheTone(SoundReader.samples(file, resource(file)), 0.02);
    }

    @Test
    void aFlacWithoutAnyTagsIsRead() throws IOException {
        byte[] tagged = resource("tone.flac");
        ByteArrayOutputStream bare = new ByteArrayOutputStream();
        bare.write(tagged, 0, 42);
        int frames = 42;
        for (boolean last = false; !last; ) {
            last = tagged[frames] < 0;
            frames += 4 + ((tagged[frames + 2] & 0xFF) << 8) + (tagged[frames + 3] & 0xFF);
        }
        bare.write(tagged, frames, tagged.length - frames);
        byte[] bytes = bare.toByteArray();
        bytes[4] = (byte) 0x80;
        assertThat(SoundReader.samples("bare.flac", bytes)).isEqualTo(SoundReader.samples("tone.flac", tagged));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tone.flac", "tone.mp3", "tone.ogg", "tone.m4a"})
    void whatAFileIsCalledDoesNotMatter(String file) throws IOException {
        Path renamed = Files.write(folder.resolve("recording.wav"), resource(file));
        assertThat(SoundReader.read(renamed)).hasSizeGreaterThan(2_400);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 8, 8000, 1",
        "1, 16, 8000, 1",
        "1, 24, 44100, 2",
        "1, 32, 96000, 2",
        "3, 32, 48000, 1",
        "3, 64, 22050, 1",
        "6, 8, 8000, 1",
        "7, 8, 8000, 1"
    })
    void everyCodingOfWavIsRead(int encoding, int bits, int rateHz, int channels) {
        byte[] sound = tone(encoding, bits, rateHz, channels);
        byte[] plain = wav("RIFF", format(encoding, bits, rateHz, channels), sound.length, sound);
        isTheTone(SoundReader.samples("a.wav", plain), 0.02);
        byte[] extensible = wav("RIFF", extensible(encoding, bits, rateHz, channels), sound.length, sound);
        assertThat(SoundReader.samples("a.wav", extensible)).isEqualTo(SoundReader.samples("a.wav", plain));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0xFFFF_FFFFL, 1L << 31})
    void aSizeThatAStreamingWriterNeverFilledInIsTheRestOfTheFile(long size) {
        byte[] sound = tone(1, 16, 8_000, 1);
        byte[] open = wav("RIFF", format(1, 16, 8_000, 1), size, sound);
        ByteBuffer.wrap(open).order(ByteOrder.LITTLE_ENDIAN).putInt(4, (int) size);
        isTheTone(SoundReader.samples("pipe.wav", open), 0.001);
    }

    @Test
    void soundOfNoLengthBeforeOtherChunksIsNone() {
        byte[] list = chunk("LIST", "INFOISFT".getBytes(StandardCharsets.US_ASCII));
        byte[] none = wav("RIFF", format(1, 16, 8_000, 1), 0, list);
        assertThatThrownBy(() -> SoundReader.samples("none.wav", none))
                .hasMessage("none.wav is empty: there is no sound in it");
    }

    @Test
    void sizesOfSixtyFourBitsAreRead() {
        byte[] sound = tone(1, 16, 8_000, 1);
        byte[] ds64 = new byte[28];
        ByteBuffer.wrap(ds64).order(ByteOrder.LITTLE_ENDIAN).putLong(8, sound.length);
        byte[] behind = chunk("LIST", new byte[400]);
        byte[] rf64 =
                wav("RF64", joined(chunk("ds64", ds64), format(1, 16, 8_000, 1)), 0xFFFF_FFFFL, joined(sound, behind));
        assertThat(SoundReader.samples("a.wav", rf64)).hasSize(sound.length / 2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void severalWavsInOneFileAreHeardOneAfterTheOther(boolean open) {
        byte[] one = tone(1, 16, 8_000, 1);
        byte[] other = tone(1, 16, 16_000, 2);
        long size = open ? 0 : one.length;
        byte[] both = joined(
                wav("RIFF", format(1, 16, 8_000, 1), size, one),
                wav("RIFF", format(1, 16, 16_000, 2), open ? 0xFFFF_FFFFL : other.length, other));
        if (open) {
            ByteBuffer.wrap(both).order(ByteOrder.LITTLE_ENDIAN).putInt(4, 0);
        }
        short[] samples = SoundReader.samples("both.wav", both);
        assertThat(samples).hasSizeBetween(8_000 - 20, 8_000);
        isTheTone(Arrays.copyOfRange(samples, 0, 4_000), 0.001);
        isTheTone(Arrays.copyOfRange(samples, 4_000, samples.length), 0.02);
    }

    @Test
    void aWavsChannelsAreReadOneByOneToo() throws IOException {
        byte[] stereo = {10, 0, -4, -1, 20, 0, -6, -1};
        Path wav = Files.write(folder.resolve("call.wav"), wav("RIFF", format(1, 16, 8_000, 2), stereo.length, stereo));
        assertThat(SoundReader.firstChannel(wav)).containsExactly(10, 20);
        assertThat(SoundReader.lastChannel(wav)).containsExactly(-4, -6);
        assertThat(SoundReader.read(wav)).containsExactly(3, 7);
        Path flac = Files.write(folder.resolve("call.flac"), resource("tone.flac"));
        assertThatThrownBy(() -> SoundReader.lastChannel(flac))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(flac + " is no WAV, whose channels are read one by one; convert it: ");
    }

    @ParameterizedTest
    @CsvSource({"tone.opus, Opus", "tone.webm, WebM", "tone-alac.m4a, MP4 without AAC"})
    void whatIsNotReadIsNamedWithTheCommandThatConvertsIt(String file, String kind) throws IOException {
        Path own = Files.write(folder.resolve(file), resource(file));
        String wav = own.toString().replaceAll("\\.[a-z0-9]+$", ".wav");
        assertThatThrownBy(() -> SoundReader.read(own))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(own + " is " + kind)
                .hasMessageEndingWith("; convert it: ffmpeg -i " + own + " -ar 8000 -ac 1 " + wav);
    }

    @ParameterizedTest
    @CsvSource({
        "'FORM....AIFFCOMM', AIFF",
        "'.snd....', AU",
        "'caff....', CAF",
        "'#!AMR', AMR",
        "'RIFX....WAVE', a big-endian WAV"
    })
    void theirFirstBytesNameTheOthers(String head, String kind) {
        byte[] bytes = head.getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> SoundReader.samples("my sound.x", bytes))
                .hasMessage("my sound.x is " + kind + ", which is not read here; convert it: "
                        + "ffmpeg -i \"my sound.x\" -ar 8000 -ac 1 \"my sound.wav\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!doctype html>", "RIFFnone", "{\"a\":1}", "ID3"})
    void whatIsNoSoundIsRefusedInOneLine(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> SoundReader.samples("a.wav", bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith("a.wav is ")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tone.flac", "tone.mp3", "tone.ogg", "tone.m4a"})
    @Timeout(60)
    void aDamagedFileIsReadOrRefusedInOneLineAndWithoutAWordOfTheDecoder(String file) throws IOException {
        byte[] good = resource(file);
        Random random = new Random(7);
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            for (int i = 0; i < 60; i++) {
                byte[] bad = Arrays.copyOf(good, i % 3 == 0 ? random.nextInt(good.length) + 1 : good.length);
                for (int flips = 0; flips < i % 20; flips++) {
                    bad[random.nextInt(bad.length)] = (byte) random.nextInt();
                }
                try {
                    SoundReader.samples(file, bad);
                } catch (IllegalArgumentException refused) {
                    assertThat(refused.getMessage()).startsWith(file + " ").hasLineCount(1);
                }
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void soundThatWouldGoOnForHoursIsRefusedBeforeItFillsTheMemory() {
        byte[] slow = wav("RIFF", format(1, 8, 4_000, 1), 20 << 20, new byte[20 << 20]);
        assertThatThrownBy(() -> SoundReader.samples("long.wav", slow))
                .hasMessage(
                        "long.wav holds more than 80 minutes of sound, and that is the most: cut out what the caller says");
    }

    private static void isTheTone(short[] samples, double tolerance) {
        int first = 0;
        while (first < samples.length && Math.abs(samples[first]) < PEAK / 2 * 32_768) {
            first++;
        }
        assertThat(first).as("silence before the tone").isBetween(SILENT - 20, SILENT + 650);
        int from = first + 400;
        double power = 0;
        int crossings = 0;
        for (int i = from; i < from + 1_600; i++) {
            power += (double) samples[i] * samples[i] / 1_600;
            crossings += samples[i] >= 0 != samples[i + 1] >= 0 ? 1 : 0;
        }
        assertThat(Math.sqrt(2 * power) / 32_768).as("peak").isCloseTo(PEAK, within(tolerance + 0.01));
        assertThat(crossings).as("zero crossings in 200 ms").isBetween(199, 201);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = SoundReaderTest.class.getResourceAsStream("/sounds/" + name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }

    private static byte[] tone(int encoding, int bits, int rateHz, int channels) {
        int frames = rateHz / 2;
        ByteBuffer out = ByteBuffer.allocate(frames * channels * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < frames; i++) {
            double value = i < rateHz / 10 ? 0 : PEAK * Math.sin(2 * Math.PI * 500 * i / rateHz);
            for (int channel = 0; channel < channels; channel++) {
                put(out, encoding, bits, value);
            }
        }
        return out.array();
    }

    private static void put(ByteBuffer out, int encoding, int bits, double value) {
        short sample = (short) Math.round(value * 32_767);
        switch (encoding * 100 + bits) {
            case 108 -> out.put((byte) ((sample >> 8) + 128));
            case 116 -> out.putShort(sample);
            case 124 -> out.put((byte) 0x55).putShort(sample);
            case 132 -> out.putShort((short) 0x5555).putShort(sample);
            case 332 -> out.putFloat((float) value);
            case 364 -> out.putDouble(value);
            case 608 -> out.put(Alaw.encode(sample));
            default -> out.put(Mulaw.encode(sample));
        }
    }

    private static byte[] format(int encoding, int bits, int rateHz, int channels) {
        return chunk("fmt ", fields(encoding, bits, rateHz, channels, 16));
    }

    private static byte[] extensible(int encoding, int bits, int rateHz, int channels) {
        byte[] fields = fields(0xFFFE, bits, rateHz, channels, 40);
        ByteBuffer.wrap(fields)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(16, (short) 22)
                .putShort(24, (short) encoding);
        return chunk("fmt ", fields);
    }

    private static byte[] fields(int encoding, int bits, int rateHz, int channels, int length) {
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) encoding).putShort((short) channels).putInt(rateHz);
        out.putInt(rateHz * channels * bits / 8);
        out.putShort((short) (channels * bits / 8)).putShort((short) bits);
        return out.array();
    }

    private static byte[] wav(String head, byte[] format, long dataSize, byte[] data) {
        byte[] sized = chunk("data", data);
        ByteBuffer.wrap(sized).order(ByteOrder.LITTLE_ENDIAN).putInt(4, (int) dataSize);
        byte[] riff = chunk(head, joined("WAVE".getBytes(StandardCharsets.US_ASCII), format, sized));
        if (head.equals("RF64")) {
            ByteBuffer.wrap(riff).putInt(4, -1);
        }
        return riff;
    }

    private static byte[] chunk(String tag, byte[] contents) {
        ByteBuffer out = ByteBuffer.allocate(8 + contents.length).order(ByteOrder.LITTLE_ENDIAN);
        return out.put(tag.getBytes(StandardCharsets.US_ASCII))
                .putInt(contents.length)
                .put(contents)
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
