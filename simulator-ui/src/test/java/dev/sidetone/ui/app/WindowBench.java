package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.until;

import com.sun.management.OperatingSystemMXBean;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.ui.call.CallModel.Voice;
import dev.sidetone.ui.timeline.TimelinePane;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Measures the CPU cost of the whole window during demo calls in real time, with bridge and agent in the same process, while following and
 * while dragging. Run by bench/run window.
 */
public final class WindowBench {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final StallMonitor control = new StallMonitor();
    private final OpenWindow window;
    private final TimelinePane timeline;

    private WindowBench(OpenWindow window) throws Exception {
        this.window = window;
        timeline = onFx(() -> (TimelinePane) window.stage().getScene().lookup(".timeline-pane"));
    }

    public static void main(String[] arguments) throws Exception {
        Path memory = Files.createTempDirectory("window");
        try (OpenWindow window = OpenWindow.open(FakeSoundDevices.withoutDevices(), memory, WIDTH, HEIGHT)) {
            new WindowBench(window).all();
        } finally {
            Platform.exit();
        }
    }

    private void all() throws Exception {
        until("ready", () -> window.phone().now().phase() == Phase.READY);
        onFx(() -> {
            window.stage().getScene().lookup("#welcome").fireEvent(key(KeyCode.ESCAPE));
            window.model().call().voiceProperty().set(Voice.DEMO);
            return true;
        });
        OpenWindow.pulses(8);
        call("warm-up", false);
        call("following", false);
        call("dragging", true);
    }

    private void call(String name, boolean dragged) throws Exception {
        PulseMeter meter = new PulseMeter(control, nowNs -> {
            if (dragged) {
                timeline.fireEvent(key(nowNs / 1_000_000_000L % 2 == 0 ? KeyCode.LEFT : KeyCode.RIGHT));
            }
        });
        OpenWindow.pulses(8);
        onFx(() -> {
            window.model().call().call();
            return true;
        });
        until("the line is open", () -> window.phone().now().phase() == Phase.IN_CALL);
        long beganNs = System.nanoTime();
        long cpuNs = system.getProcessCpuTime();
        long pictures = onFx(() -> {
            meter.start();
            return timeline.pictures();
        });
        until("the end", () -> window.phone().now().phase() == Phase.READY);
        double seconds = (System.nanoTime() - beganNs) / 1e9;
        double cores = (system.getProcessCpuTime() - cpuNs) / 1e9 / seconds;
        long drawn = onFx(() -> {
            meter.stop();
            return timeline.pictures() - pictures;
        });
        System.out.println(String.format(
                Locale.ROOT,
                "%-10s %.0f s: %.1f pictures/s, %.0f %% of one core; %s",
                name,
                seconds,
                drawn / seconds,
                cores * 100,
                meter.report()));
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }
}
