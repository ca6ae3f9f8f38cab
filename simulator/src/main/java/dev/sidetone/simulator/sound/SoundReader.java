package dev.sidetone.simulator.sound;

import dev.sidetone.bridge.file.RegularFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Reads a sound file as 8 kHz samples: WAV, FLAC, MP3, Ogg Vorbis, M4A, recognised by their contents. Mixes the channels and resamples.
 * Stateless, for any thread.
 */
public final class SoundReader {
    /** The kinds that are read, for help texts. */
    public static final String FORMATS = "WAV, FLAC, MP3, Ogg Vorbis or M4A";

    private static final int MOST_MIB = 32;
    /** A call of 24 minutes at 44.1 kHz, of two hours at 8 kHz. */
    private static final int MOST_MIB_OF_TWO_CHANNELS = 256;

    /** Decodes one kind. */
    private interface Decoding {
        void decode(byte[] bytes, LineSamples into) throws Exception;
    }

    private SoundReader() {}

    /**
     * Reads all of {@code file}.
     *
     * @throws IllegalArgumentException if the file cannot be used; the message names the file and the reason
     */
    public static short[] read(Path file) {
        return read(file, bytes -> samples(file.toString(), bytes));
    }

    /** The first channel of a WAV: in the recording of a call, what the caller said. */
    public static short[] firstChannel(Path wav) {
        return read(wav, bytes -> channel(wav.toString(), bytes, LineSamples.Part.FIRST_CHANNEL));
    }

    /** The last channel of a WAV: in the recording of a call, what the caller heard. */
    public static short[] lastChannel(Path wav) {
        return read(wav, bytes -> channel(wav.toString(), bytes, LineSamples.Part.LAST_CHANNEL));
    }

    /**
     * The channels of a call's recording, of any kind that is read.
     *
     * @throws IllegalArgumentException if the file cannot be used, or has one channel or more than two; the message names the file and the reason
     */
    public static TwoChannels twoChannels(Path file) {
        byte[] bytes = bytes(file, MOST_MIB_OF_TWO_CHANNELS);
        String name = file.toString();
        LineSamples left = decoded(name, bytes, LineSamples.Part.FIRST_CHANNEL);
        if (left.channels() != 2) {
            throw new IllegalArgumentException(
                    name + " has " + (left.channels() == 1 ? "one channel" : left.channels() + " channels")
                            + ", and who speaks is told by two: record the caller and the agent on one each (Twilio: recordingChannels=dual)");
        }
        return new TwoChannels(
                left.all(), decoded(name, bytes, LineSamples.Part.LAST_CHANNEL).all());
    }

    private static short[] channel(String name, byte[] bytes, LineSamples.Part part) {
        if (SoundKind.of(bytes) != SoundKind.WAV) {
            throw new IllegalArgumentException(name + " is no WAV, whose channels are read one by one; " + cure(name));
        }
        return samples(name, bytes, part);
    }

    private static short[] read(Path file, Function<byte[], short[]> decoding) {
        return decoding.apply(bytes(file, MOST_MIB));
    }

    private static byte[] bytes(Path file, int mostMib) {
        try {
            refuseHuge(file, mostMib);
            return RegularFile.read(file, mostMib << 20);
        } catch (RegularFile.Unfit e) {
            throw new IllegalArgumentException(file + " " + e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + " is not there", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The whole file is held in memory, and a running call must not wait for memory. */
    private static void refuseHuge(Path file, int mostMib) throws IOException {
        long mib = Files.size(file) >> 20;
        if (mib >= mostMib) {
            throw new IllegalArgumentException(file + " has " + mib + " MiB, and " + mostMib
                    + " is the most: "
                    + (mostMib == MOST_MIB
                            ? "cut out what the caller says, or save it as mono at 8 kHz"
                            : "cut it, or save it at 8 kHz"));
        }
    }

    /**
     * Decodes a file that is in memory.
     *
     * @param name the name used in messages
     * @throws IllegalArgumentException if it cannot be used; the message gives the name, the reason and the cure
     */
    public static short[] samples(String name, byte[] bytes) {
        return samples(name, bytes, LineSamples.Part.MIX);
    }

    private static short[] samples(String name, byte[] bytes, LineSamples.Part part) {
        return decoded(name, bytes, part).all();
    }

    private static LineSamples decoded(String name, byte[] bytes, LineSamples.Part part) {
        if (bytes.length == 0) {
            throw new IllegalArgumentException(name + " is empty");
        }
        SoundKind kind = SoundKind.of(bytes);
        if (!kind.isRead()) {
            throw new IllegalArgumentException(
                    kind == SoundKind.UNKNOWN
                            ? name + " is not a sound file; wanted is " + FORMATS
                            : name + " is " + kind.title() + ", which is not read here; " + cure(name));
        }
        LineSamples samples = decoded(name, kind, bytes, part);
        if (samples.all().length == 0) {
            throw new IllegalArgumentException(name + " is empty: there is no sound in it");
        }
        return samples;
    }

    /** The name of the kind that {@code bytes} are, such as {@code MP3}; empty if they are no sound. */
    public static String kind(byte[] bytes) {
        return SoundKind.of(bytes).title();
    }

    /** The command that makes a readable file of {@code name}. */
    static String cure(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        String input = name.contains("://") ? file : name;
        int dot = input.lastIndexOf('.');
        String base = dot > input.lastIndexOf('/') ? input.substring(0, dot) : input;
        String output = input.endsWith(".wav") ? base + "-8k.wav" : base + ".wav";
        return "convert it: ffmpeg -i " + quoted(input) + " -ar 8000 -ac 1 " + quoted(output);
    }

    private static String quoted(String path) {
        return path.contains(" ") ? "\"" + path + "\"" : path;
    }

    private static LineSamples decoded(String name, SoundKind kind, byte[] bytes, LineSamples.Part part) {
        LineSamples samples = new LineSamples(name, part);
        try {
            decoding(name, kind).decode(bytes, samples);
            samples.all();
            return samples;
        } catch (UnreadSound e) {
            throw new IllegalArgumentException(name + " " + e.getMessage() + "; " + cure(name), e);
        } catch (IllegalArgumentException e) {
            if (String.valueOf(e.getMessage()).startsWith(name)) {
                throw e;
            }
            throw damaged(name, kind, e);
        } catch (Exception e) {
            // A decoder meets what it does not expect in many ways.
            throw damaged(name, kind, e);
        }
    }

    private static IllegalArgumentException damaged(String name, SoundKind kind, Exception why) {
        return new IllegalArgumentException(
                name + " is damaged: it begins as " + kind.title() + " and cannot be decoded; save it again", why);
    }

    private static Decoding decoding(String name, SoundKind kind) {
        return switch (kind) {
            case WAV -> (bytes, into) -> WavSound.decode(name, bytes, into);
            case FLAC -> FlacSound::decode;
            case MP3 -> Mp3Sound::decode;
            case VORBIS -> VorbisSound::decode;
            default -> M4aSound::decode;
        };
    }
}
