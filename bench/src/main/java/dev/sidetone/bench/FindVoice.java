package dev.sidetone.bench;

import dev.sidetone.bench.VoiceSearch.Match;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

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
        System.exit(isFound(Recording.read(Path.of(args[0])), Recording.read(Path.of(args[1]))) ? 0 : 1);
    }

    /** Judges and says what was found. */
    static boolean isFound(Recording recorded, Recording heard) {
        if (recorded.rateHz() != heard.rateHz()) {
            System.out.printf(
                    "different rates: recorded at %d Hz, heard at %d Hz%n", recorded.rateHz(), heard.rateHz());
            return false;
        }
        List<Match> matches = VoiceSearch.find(heard.samples(), recorded.samples(), STRETCHES, heard.rateHz() / 2);
        for (Match match : matches) {
            System.out.printf(
                    Locale.ROOT,
                    "heard at %8.1f ms, recorded %8.1f ms later, correlation %.3f%n",
                    match.fromSample() * 1e3 / heard.rateHz(),
                    match.lagSamples() * 1e3 / heard.rateHz(),
                    match.correlation());
        }
        long found = matches.stream()
                .filter(match -> match.correlation() >= SAME_SOUND)
                .count();
        System.out.printf("%d of %d stretches of the voice found%n", found, matches.size());
        return found >= FOUND_AT_LEAST;
    }
}
