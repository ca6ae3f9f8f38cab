package dev.sidetone.ui.timeline;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Measures the cost of the picture of a running call: frames per second, drawing time and the process's share of one core. */
public final class TimelineBench extends Application {
    private static final long PHASE_NS = 10_000_000_000L;
    private static final double TOLD_MS = 120_000;

    /** Where java starts: a class that is an application itself cannot be started from a plain class path. */
    public static final class Start {
        private Start() {}

        public static void main(String[] args) {
            Application.launch(TimelineBench.class, args);
        }
    }

    private record Phase(String name, Consumer<TimelinePane> atEachPulse) {}

    private static final List<Phase> PHASES = List.of(
            new Phase("warm-up", pane -> {}),
            new Phase("following", pane -> {}),
            new Phase("dragging", pane -> pane.scroll(pane.view().leftColumn() > 2_000 ? -1 : 1)),
            new Phase("standing", pane -> {}));

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final TimelinePane pane = new TimelinePane();
    private final ScriptedTimeline call = plan();
    private final long[] drawNs = new long[4_096];
    private int phase;
    private int pulses;
    private int drawn;
    private long phaseNs;
    private long cpuNs;
    private double toldMs;

    @Override
    public void start(Stage stage) {
        pane.show(call.timeline());
        stage.setScene(new Scene(new StackPane(pane), 900, 320));
        stage.show();
        new AnimationTimer() {
            @Override
            public void handle(long nowNs) {
                pulse(nowNs);
            }
        }.start();
    }

    private void pulse(long nowNs) {
        if (phaseNs == 0) {
            begin(nowNs);
        } else if (nowNs - phaseNs >= PHASE_NS) {
            report(nowNs);
            phase++;
            begin(nowNs);
        }
        if (phase == PHASES.size()) {
            Platform.exit();
            return;
        }
        tell(nowNs);
        PHASES.get(phase).atEachPulse().accept(pane);
        long before = pane.redraw().count();
        long beganNs = System.nanoTime();
        pane.pulse(nowNs);
        long tookNs = System.nanoTime() - beganNs;
        pulses++;
        if (pane.redraw().count() > before) {
            drawNs[drawn++] = tookNs;
        }
    }

    /** The call goes on in real time, in steps as a line's ticks make them. */
    private void tell(long nowNs) {
        double ms = TOLD_MS + phase * PHASE_NS / 1e6 + Math.min(PHASE_NS, nowNs - phaseNs) / 1e6;
        if (ms - toldMs >= 20) {
            toldMs = ms;
            call.until(ms);
        }
    }

    private void begin(long nowNs) {
        phaseNs = nowNs;
        cpuNs = system.getProcessCpuTime();
        pulses = 0;
        drawn = 0;
    }

    private void report(long nowNs) {
        double seconds = (nowNs - phaseNs) / 1e9;
        double cpu = (system.getProcessCpuTime() - cpuNs) / 1e9 / seconds * 100;
        long[] sorted = Arrays.copyOf(drawNs, drawn);
        Arrays.sort(sorted);
        say(String.format(
                Locale.ROOT,
                "%-10s %5.1f pulses/s %5.1f pictures/s  draw p50 %s p99 %s  %5.1f %% of one core",
                PHASES.get(phase).name(),
                pulses / seconds,
                drawn / seconds,
                ms(sorted, 0.5),
                ms(sorted, 0.99),
                cpu));
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private static String ms(long @Nullable [] sorted, double share) {
        return sorted == null || sorted.length == 0
                ? "   -   "
                : String.format(Locale.ROOT, "%.2f ms", sorted[(int) (share * (sorted.length - 1))] / 1e6);
    }

    /** Turns every six seconds, of which every third interrupts. */
    private static ScriptedTimeline plan() {
        ScriptedTimeline call = new ScriptedTimeline();
        for (double ms = 1_000; ms < 170_000; ms += 6_000) {
            call.callerSpeaks(ms, ms + 2_000);
            boolean interrupted = ms % 18_000 < 6_000;
            call.agentSpeaks(ms + 2_700, ms + 6_100, ms + (interrupted ? 9_000 : 6_100));
        }
        return call.until(TOLD_MS);
    }
}
