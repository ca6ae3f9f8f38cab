package dev.sidetone.bench.accuracy;

import dev.sidetone.simulator.score.CallerChannel;
import dev.sidetone.simulator.score.RecordingScore;
import dev.sidetone.simulator.sound.SoundReader;
import dev.sidetone.simulator.sound.TwoChannels;
import dev.sidetone.simulator.timeline.CallResult;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes calls over real loopback sockets whose truth the agents' own logs hold, and shows how far off is what was reported of them, what their
 * recordings are scored to, and what other ways of measuring make of them; then how well ends of speech are found in noise.
 */
public final class AccuracyMain {
    private static final int AT_ONCE = 4;

    private AccuracyMain() {}

    /** {@code [--turns N] [--quick] [--ends] [--record DIR] [--write PAGE]}; exits 0 when all is as accurate as it must be, else 1. */
    public static void main(String[] arguments) throws Exception {
        AccuracyOptions options;
        try {
            options = AccuracyOptions.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        List<String> shortfalls = new ArrayList<>();
        String figures = options.endsOnly() ? "" : calls(options, shortfalls);
        figures += AccuracyPage.ends(EndsTable.measured(options.quick()));
        System.out.println(figures);
        if (options.page() != null) {
            Files.writeString(options.page(), AccuracyPage.with(figures, Files.readString(options.page())));
        }
        shortfalls.forEach(missed -> System.err.println("not as it must be: " + missed));
        System.exit(shortfalls.isEmpty() ? 0 : 1);
    }

    private static String calls(AccuracyOptions options, List<String> shortfalls) throws Exception {
        Path given = options.recordings();
        Path recordings =
                given == null ? Files.createTempDirectory("sidetone-accuracy") : Files.createDirectories(given);
        try {
            double loadBefore = load();
            List<MeasuredCall> calls = made(options.plans(), recordings);
            double loadAfter = load();
            CallTables tables = compared(calls);
            shortfalls.addAll(tables.shortfalls());
            return AccuracyPage.calls(options.turns(), loadBefore, loadAfter, tables);
        } finally {
            if (given == null) {
                delete(recordings);
            }
        }
    }

    /** Four at once, which begin together: what starts beside a call takes a processor that its line would miss. */
    private static List<MeasuredCall> made(List<PlannedCall> plans, Path recordings) throws Exception {
        List<MeasuredCall> made = new ArrayList<>();
        for (int from = 0; from < plans.size(); from += AT_ONCE) {
            List<MeasuredCall.Prepared> calls = new ArrayList<>();
            try {
                for (PlannedCall plan : plans.subList(from, Math.min(plans.size(), from + AT_ONCE))) {
                    calls.add(MeasuredCall.prepared(plan, recordings));
                }
                calls.forEach(MeasuredCall.Prepared::begin);
                for (MeasuredCall.Prepared call : calls) {
                    made.add(call.await());
                    System.err.println(made.size() + " of " + plans.size() + " calls made: "
                            + made.get(made.size() - 1).plan().words());
                }
            } finally {
                calls.forEach(MeasuredCall.Prepared::close);
            }
        }
        return made;
    }

    /** After all calls are over: scoring takes a processor that a call beside it would miss. */
    private static CallTables compared(List<MeasuredCall> calls) {
        List<MeasuredTurn> turns = new ArrayList<>();
        List<MeasuredBargeIn> bargeIns = new ArrayList<>();
        for (MeasuredCall call : calls) {
            TwoChannels sound = SoundReader.twoChannels(call.recording());
            CallResult scored = RecordingScore.of("call.wav", sound, CallerChannel.AUTO);
            turns.addAll(MeasuredTurn.of(call, sound, scored));
            if (call.plan().bargesIn()) {
                bargeIns.addAll(MeasuredBargeIn.of(call, scored));
            }
        }
        return new CallTables(turns, bargeIns);
    }

    /** Programs that want a processor, over the last minute; below 0 where the system does not say. */
    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
