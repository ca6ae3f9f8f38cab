package dev.sidetone.bench;

import dev.sidetone.bench.VoiceSearch.Match;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Looks for a voice in a recording: {@code FindVoice heard CALL.wav RECORDED} looks for what the caller heard in what a sound device played,
 * {@code FindVoice said CALL.wav VOICE.wav} for a spoken voice in what the caller said. Exit code 0 if found, 1 if not, 2 for bad usage.
 */
public final class FindVoice {
    private static final int STRETCHES = 12;
    private static final double STRETCH_S = 0.3;

    /** On a busy machine a device drops a frame now and then; a stretch with such a gap matches nowhere. */
    private static final double FOUND_AT_LEAST = 0.5;

    private static final double SAME_SOUND = 0.8;

    private FindVoice() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 3 || !List.of("heard", "said").contains(args[0])) {
            System.err.println("usage: FindVoice heard CALL.wav RECORDED | FindVoice said CALL.wav VOICE.wav");
            System.exit(2);
        }
        Path call = Path.of(args[1]);
        RecordedChannel other = RecordedChannel.firstChannel(Path.of(args[2]));
        boolean found = args[0].equals("heard")
                ? isFound(RecordedChannel.lastChannel(call), other, System.out::println)
                : isFound(other, RecordedChannel.firstChannel(call), System.out::println);
        System.exit(found ? 0 : 1);
    }

    /** Decides, and passes the reasons to {@code output} line by line. */
    static boolean isFound(RecordedChannel voice, RecordedChannel recorded, Consumer<String> output) {
        int length = (int) (STRETCH_S * RecordedChannel.RATE_HZ);
        List<Match> matches = VoiceSearch.find(voice.samples(), recorded.samples(), STRETCHES, length);
        matches.forEach(match -> output.accept(line(match, RecordedChannel.RATE_HZ / 1e3)));
        long found = matches.stream()
                .filter(match -> match.correlation() >= SAME_SOUND)
                .count();
        output.accept("%d of %d stretches of the voice found".formatted(found, matches.size()));
        return found > 0 && found >= FOUND_AT_LEAST * matches.size();
    }

    private static String line(Match match, double samplesPerMs) {
        return String.format(
                Locale.ROOT,
                "at %8.1f ms of the voice, recorded %8.1f ms later, correlation %.3f",
                match.fromSample() / samplesPerMs,
                match.lagSamples() / samplesPerMs,
                match.correlation());
    }
}
