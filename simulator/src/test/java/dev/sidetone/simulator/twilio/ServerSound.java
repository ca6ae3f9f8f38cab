package dev.sidetone.simulator.twilio;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.bridge.tools.SignalTones;
import dev.sidetone.fixtures.Voice;
import dev.sidetone.fixtures.Voices;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** What a server with one fault takes for sound. */
final class ServerSound {
    private static final byte[] WAV = "RIFF\0\0\0\0WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1);
    private static final int EIGHT_SECONDS = 8 * LineFrame.RATE_HZ;
    private static final int MUSIC_MS = 240_000;
    private static final int TWELVE_MINUTES = 12 * 60 * LineFrame.RATE_HZ;
    private static final short[] VOICE = join(List.of("ask-address", "book-a-table", "ask-opening-hours"));

    private ServerSound() {}

    /** An answer's bytes, before base64. */
    static byte[] answer(ServerMistake fault) {
        return switch (fault) {
            case SENDS_PCM16 -> pcm16(VOICE);
            case SENDS_A_WAV_HEADER -> join(WAV, mulaw(VOICE));
            case SENDS_24_KHZ -> mulaw(stretched(VOICE, 3));
            case SENDS_16_KHZ -> mulaw(stretched(VOICE, 2));
            case SENDS_IT_THREE_TIMES_AS_FAST -> mulaw(stretched(VOICE, 1 / 3.0));
            case SENDS_IT_TWICE_AS_FAST -> mulaw(stretched(VOICE, 0.5));
            case SENDS_TWELVE_MINUTES -> repeated(mulaw(VOICE), TWELVE_MINUTES);
            case SENDS_AN_ANSWER_IN_ONE -> repeated(mulaw(VOICE), EIGHT_SECONDS);
            case SAYS_NOTHING -> new byte[0];
            case PLAYS_MUSIC_ON_HOLD -> SignalTones.ringBack(MUSIC_MS).decode();
            default -> mulaw(VOICE);
        };
    }

    /** One piece of it as the payload of a message. */
    static String payload(ServerMistake fault, byte[] piece) {
        String once = Base64.getEncoder().encodeToString(piece);
        return switch (fault) {
            case SENDS_BASE64_TWICE -> Base64.getEncoder().encodeToString(once.getBytes(StandardCharsets.US_ASCII));
            case SENDS_BROKEN_BASE64 -> "%" + once;
            default -> once;
        };
    }

    private static short[] join(List<String> names) {
        short[] all = new short[0];
        for (String name : names) {
            Voice voice = Voices.open(name);
            short[] speech = Arrays.copyOfRange(voice.samples(), voice.speechStart(), voice.speechEnd());
            int before = all.length;
            all = Arrays.copyOf(all, before + speech.length);
            System.arraycopy(speech, 0, all, before, speech.length);
        }
        return all;
    }

    private static byte[] join(byte[] first, byte[] then) {
        byte[] both = Arrays.copyOf(first, first.length + then.length);
        System.arraycopy(then, 0, both, first.length, then.length);
        return both;
    }

    private static byte[] mulaw(short[] samples) {
        byte[] codes = new byte[samples.length];
        Mulaw.encode(samples, codes);
        return codes;
    }

    private static byte[] pcm16(short[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return bytes.array();
    }

    private static short[] stretched(short[] samples, double times) {
        short[] longer = new short[(int) ((samples.length - 1) * times)];
        for (int i = 0; i < longer.length; i++) {
            double place = i / times;
            int before = (int) place;
            double share = place - before;
            longer[i] = (short) Math.round(samples[before] * (1 - share) + samples[before + 1] * share);
        }
        return longer;
    }

    private static byte[] repeated(byte[] sound, int length) {
        byte[] all = new byte[length];
        for (int i = 0; i < length; i++) {
            all[i] = sound[i % sound.length];
        }
        return all;
    }
}
