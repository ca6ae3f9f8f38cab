package dev.sidetone.bench;

import dev.sidetone.bench.VoiceSearch.Match;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * {@code FindVoice RECORDED CALL.wav}: whether what the caller heard in a call, the right channel of its recording, is in what a sound
 * device played. Exit code 0 when it is, 1 when not, 2 for bad usage.
 */
public final class FindVoice {
    private static final int STRETCHES = 6;
    private static final int FOUND_AT_LEAST = 4;
    private static final double SAME_SOUND = 0.8;

    private FindVoice() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("usage: FindVoice RECORDED CALL.wav");
            System.exit(2);
        }
        Recording recorded = Recording.read(Path.of(args[0]));
        Recording heard = Recording.read(Path.of(args[1]));
        System.exit(isFound(recorded, heard, System.out::println) ? 0 : 1);
    }

    /** Judges, and tells {@code reader} why, line by line. */
    static boolean isFound(Recording recorded, Recording heard, Consumer<String> reader) {
        if (recorded.rateHz() != heard.rateHz()) {
            reader.accept("recorded at %d Hz, heard at %d Hz".formatted(recorded.rateHz(), heard.rateHz()));
            return false;
        }
        List<Match> matches = VoiceSearch.find(heard.samples(), recorded.samples(), STRETCHES, heard.rateHz() / 2);
        matches.forEach(match -> reader.accept(line(match, heard.rateHz() / 1e3)));
        long found = matches.stream()
                .filter(match -> match.correlation() >= SAME_SOUND)
                .count();
        reader.accept("%d of %d stretches of the voice found".formatted(found, matches.size()));
        return found >= FOUND_AT_LEAST;
    }

    private static String line(Match match, double samplesPerMs) {
        return String.format(
                Locale.ROOT,
                "heard at %8.1f ms, recorded %8.1f ms later, correlation %.3f",
                match.fromSample() / samplesPerMs,
                match.lagSamples() / samplesPerMs,
                match.correlation());
    }
}
