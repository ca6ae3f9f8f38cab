package dev.sidetone.ui.app;

import dev.sidetone.bridge.time.Park;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Wire;
import dev.sidetone.simulator.wire.WireLog;
import dev.sidetone.ui.fx.Pulse;
import dev.sidetone.ui.fx.TextDrawing;
import dev.sidetone.ui.selection.SelectionModel;
import dev.sidetone.ui.wire.WireModel;
import dev.sidetone.ui.wire.WirePane;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * Measures the wire view while messages come: how long the FX thread is busy with each pulse, and what share of a core the process takes. A
 * tenth of the messages are sound, in four runs at once, all others have rows of their own. Run by bench/run window.
 */
public final class WireBench {
    private static final long STEP_NS = 10_000_000L;
    private static final long NS_PER_S = 1_000_000_000L;
    private static final int WARM_UP_S = 5;

    private final WireLog log = new WireLog();
    private long sent;

    private WireBench() {}

    /** Arguments: messages a second, seconds. */
    public static void main(String[] arguments) throws Exception {
        int perSecond = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        TextDrawing.start();
        new WireBench().run(perSecond, seconds);
        Platform.exit();
    }

    private void run(int perSecond, int seconds) throws Exception {
        log.accept(new Fact.StreamStarted(0, "MZ1"));
        try (StallMonitor control = new StallMonitor()) {
            PulseMeter meter = new PulseMeter(control, nowNs -> {});
            OpenWindow.onFx(() -> {
                WireModel model = new WireModel();
                StackPane root = new StackPane(new WirePane(model, new SelectionModel()));
                root.getStyleClass().add("main-window");
                Stage stage = new Stage();
                Scene scene = new Scene(root, 760, 400);
                MainWindow.style(scene);
                stage.setScene(scene);
                stage.show();
                new Pulse(() -> model.show(log, List.of())).start();
                return true;
            });
            feed(perSecond, WARM_UP_S);
            OpenWindow.onFx(() -> {
                meter.start();
                return true;
            });
            long cpuNs = cpuNs();
            feed(perSecond, seconds);
            double share = 100.0 * (cpuNs() - cpuNs) / (seconds * (double) NS_PER_S);
            OpenWindow.onFx(() -> {
                meter.stop();
                return true;
            });
            System.out.println(meter.report());
            System.out.printf(
                    Locale.ROOT, "%d messages a second for %d s: %.0f %% of one core%n", perSecond, seconds, share);
        }
    }

    private void feed(int perSecond, int seconds) {
        long fromNs = System.nanoTime();
        long total = (long) perSecond * seconds;
        for (long done = 0; done < total; ) {
            long due = Math.min(total, (System.nanoTime() - fromNs) * perSecond / NS_PER_S);
            for (; done < due; done++) {
                log.accept(message());
            }
            Park.forNs(STEP_NS);
        }
    }

    private Fact message() {
        long atNs = sent * 2_000_000;
        long number = sent++;
        if (number % 10 == 0) {
            return number % 20 == 0 ? new Fact.FrameWritten(atNs, number, 0) : new Fact.MediaArrived(atNs, number, 160);
        }
        Wire wire = number % 3 == 0 ? Wire.TWILIO : Wire.AGENT;
        return new Fact.MessagePassed(
                atNs,
                atNs,
                wire,
                number % 2 == 0,
                number,
                1,
                0,
                "{\"event\":\"mark\",\"mark\":{\"name\":\"s" + number + "\"}}");
    }

    private static long cpuNs() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
