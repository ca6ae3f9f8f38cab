package dev.sidetone.bench;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.recording.CallFolder;
import dev.sidetone.simulator.recording.Recording;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.MeasuredAt;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Kills recorders with {@code kill -9} at random moments and opens what they leave: {@code bench/run recordings [KILLS] [SEED]}. Each must
 * open with at most the last second missing.
 */
public final class RecordingKills {
    private static final int USUAL_KILLS = 100;
    private static final int FIRST_TICK = 75;
    private static final int MOST_TICKS = 250;
    private static final int TICKS_PER_SECOND = 50;

    private RecordingKills() {}

    /** Runs all kills; exits with 1 when one of the recordings does not open or lacks more. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int kills = args.length > 0 ? Integer.parseInt(args[0]) : USUAL_KILLS;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        Random random = new Random(seed);
        long mostMissing = 0;
        int bad = 0;
        for (int kill = 1; kill <= kills; kill++) {
            int until = FIRST_TICK + random.nextInt(MOST_TICKS - FIRST_TICK);
            long missing = missing(until);
            mostMissing = Math.max(mostMissing, missing);
            if (missing > TICKS_PER_SECOND) {
                bad++;
                System.out.println("kill " + kill + " after " + until + " frames: " + missing + " frames are missing");
            }
        }
        System.out.println(kills + " recorders killed (seed " + seed + "): " + (kills - bad)
                + " recordings opened with at most a second missing; the most that was missing is " + mostMissing * 20
                + " ms");
        System.exit(bad == 0 ? 0 : 1);
    }

    /** The frames that are not in the recording of a process that was killed after {@code until} of them; all, if it does not open. */
    private static long missing(int until) throws IOException, InterruptedException {
        Path calls = Files.createTempDirectory("sidetone-kills-");
        long said = killed(calls, until);
        try (Stream<Path> folders = Files.list(calls)) {
            List<Path> all = folders.toList();
            Recording recording = Recording.open(all.get(0));
            long sound = recording.callerMulaw().length / LineFrame.BYTES;
            return said
                    - Math.min(Objects.requireNonNull(recording.result().line()).framesSent(), sound);
        } catch (IOException | RuntimeException e) {
            System.out.println(calls + " does not open: " + e);
            return said;
        }
    }

    /** Runs a recorder until its frame number {@code until}, kills it, and returns the last frame that it had put down by then. */
    private static long killed(Path calls, int until) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Recorder.class.getName(),
                        calls.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long last = 0;
        try (BufferedReader ticks = process.inputReader(StandardCharsets.UTF_8)) {
            for (@Nullable String line = ticks.readLine(); line != null; line = ticks.readLine()) {
                last = Long.parseLong(line);
                if (last == until) {
                    // Process.destroyForcibly would close what it still has to say.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        return last;
    }

    /** A process that records a call in real time and prints the number of each frame, until it is killed. */
    static final class Recorder {
        private Recorder() {}

        public static void main(String[] args) {
            NanoClock clock = NanoClock.system();
            CallTimeline timeline =
                    new CallTimeline(SidetoneVersion.TEXT, CallFolder.keptIn(Path.of(args[0]), SidetoneVersion.TEXT));
            long startNs = clock.nowNs();
            timeline.add(new Fact.CallPlaced(
                    startNs, "CA0", "+15550100", "+15550123", "http://a", Instant.EPOCH, true, MeasuredAt.EAR));
            timeline.add(new Fact.CallAnswered(startNs));
            timeline.add(new Fact.StreamStarted(startNs, "MZ0"));
            for (long tick = 0; tick < 10L * MOST_TICKS; tick++) {
                long atNs = startNs + tick * LineFrame.NS;
                Park.forNs(Math.max(1, atNs - clock.nowNs()));
                timeline.tick(
                        new Fact.Tick(atNs, tick, 0, -20, -20, -70, -70, 0, 0), LineFrame.SILENCE, LineFrame.SILENCE);
                timeline.add(new Fact.FrameWritten(atNs, tick, 0));
                timeline.pump(clock.nowNs());
                System.out.println(tick + 1);
            }
        }
    }
}
