package dev.sidetone.ui.app;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.simulator.recording.CallFolder;
import dev.sidetone.simulator.report.EventLog;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.wire.WireLog;
import dev.sidetone.ui.events.EventsModel;
import dev.sidetone.ui.events.EventsPane;
import dev.sidetone.ui.fx.TextDrawing;
import dev.sidetone.ui.latency.LatencyModel;
import dev.sidetone.ui.latency.MeasuringPoint;
import dev.sidetone.ui.latency.NumbersPane;
import dev.sidetone.ui.latency.TurnsPane;
import dev.sidetone.ui.selection.SelectionModel;
import dev.sidetone.ui.timeline.TimelinePane;
import dev.sidetone.ui.wire.WireModel;
import dev.sidetone.ui.wire.WirePane;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/**
 * Measures the heap after a call of eight hours beside that after one hour: a call in accelerated time with a turn every twelve seconds,
 * recorded and shown by the window's panes. Run by bench/run window.
 */
public final class LongCallBench {
    private static final int TICKS_AN_HOUR = 3600 * 50;
    private static final int TURN_TICKS = 600;
    private static final int PULL_TICKS = 50;
    private static final LineFrame VOICE = voice();

    private final CallTimeline timeline;
    private final LatencyModel latency = new LatencyModel();
    private final EventsModel events = new EventsModel();
    private final WireLog wire = new WireLog();
    private final WireModel messages = new WireModel();
    private final TimelinePane picture = new TimelinePane();
    private long message;

    private LongCallBench(Path folder) {
        timeline = new CallTimeline("0.1.0", CallFolder.keptIn(folder, "0.1.0"));
        Stage stage = new Stage();
        SelectionModel selection = new SelectionModel();
        VBox panes = new VBox(
                picture,
                new NumbersPane(latency),
                new TurnsPane(latency, selection),
                new EventsPane(events, selection),
                new WirePane(messages, selection));
        stage.setScene(new Scene(panes, 1280, 800));
        stage.show();
        events.show(timeline);
        timeline.listen(wire);
        timeline.listen(new EventLog(told -> events.add(timeline, told)));
        picture.show(timeline);
        timeline.add(new Fact.CallPlaced(
                -1, "CA1", "+15550100", "+15550199", "http://127.0.0.1/voice", Instant.EPOCH, true));
        timeline.add(new Fact.StreamStarted(0, "MZ1"));
    }

    public static void main(String[] arguments) throws Exception {
        TextDrawing.start();
        try {
            measure();
        } finally {
            Platform.exit();
        }
    }

    private static void measure() throws Exception {
        Path folder = Files.createTempDirectory("sidetone-long-call-");
        try {
            measure(folder);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private static void measure(Path folder) throws Exception {
        LongCallBench bench = OpenWindow.onFx(() -> new LongCallBench(folder));
        double oneMb = bench.heapAfter(0, 1);
        double eightMb = bench.heapAfter(1, 8);
        System.out.println(String.format(
                Locale.ROOT,
                "heap after 1 hour %.1f MB, after 8 hours %.1f MB: %.2f times (wanted: at most 1.2)",
                oneMb,
                eightMb,
                eightMb / oneMb));
        OpenWindow.onFx(() -> bench.timeline.close(8L * TICKS_AN_HOUR * LineFrame.NS));
    }

    /** An hour at a time, in small pieces, so that the window draws in between as it would. */
    private double heapAfter(long fromHour, long untilHour) throws Exception {
        for (long tick = fromHour * TICKS_AN_HOUR; tick < untilHour * TICKS_AN_HOUR; tick += PULL_TICKS) {
            long from = tick;
            OpenWindow.onFx(() -> {
                talk(from, from + PULL_TICKS);
                latency.show(timeline.resultSoFar(), MeasuringPoint.HEARD);
                messages.show(wire, List.of());
                picture.pulse((from + PULL_TICKS) * LineFrame.NS);
                return true;
            });
        }
        OpenWindow.pulses(3);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }

    private void talk(long fromTick, long untilTick) {
        for (long tick = fromTick; tick < untilTick; tick++) {
            long atNs = tick * LineFrame.NS;
            long inTurn = tick % TURN_TICKS;
            edges(inTurn, atNs);
            boolean said = inTurn >= 50 && inTurn < 150;
            boolean heard = inTurn >= 200 && inTurn < 400;
            if (heard) {
                timeline.media(new Fact.MediaArrived(atNs - 1_000_000L, ++message, LineFrame.BYTES), VOICE.mulaw());
                timeline.add(new Fact.MarkArrived(atNs - 900_000L, ++message, "m"));
                timeline.add(new Fact.MarkEchoed(atNs + 900_000L, "m", true));
            }
            tick(tick, atNs, said ? VOICE : LineFrame.SILENCE, heard ? VOICE : LineFrame.SILENCE, heard);
            timeline.pump(atNs);
        }
    }

    private void edges(long inTurn, long atNs) {
        if (inTurn == 50) {
            timeline.add(new Fact.CallerStarted(atNs, atNs - LineFrame.NS));
        } else if (inTurn == 150) {
            timeline.add(new Fact.CallerEnded(atNs, atNs - LineFrame.NS));
        }
    }

    private void tick(long tick, long atNs, LineFrame said, LineFrame heard, boolean plays) {
        timeline.tick(
                new Fact.Tick(
                        atNs,
                        tick,
                        0,
                        said.dbm0(0),
                        said.dbm0(1),
                        heard.dbm0(0),
                        heard.dbm0(1),
                        plays ? LineFrame.BYTES : 0,
                        0),
                said,
                heard);
        timeline.add(new Fact.FrameWritten(atNs + 100_000L, tick, 100_000L));
    }

    private static LineFrame voice() {
        byte[] codes = new byte[LineFrame.BYTES];
        Arrays.fill(codes, Mulaw.encode((short) 8_000));
        for (int i = 0; i < codes.length; i += 2) {
            codes[i] = Mulaw.encode((short) -8_000);
        }
        return LineFrame.of(codes);
    }
}
