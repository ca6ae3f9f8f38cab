package dev.sidetone.ui.timeline;

import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.ui.fx.Css;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Shows a recorded call as if it were running: {@code TimelineDemo RECORDING}. With a second folder it writes pictures of it there, in both
 * themes and several sizes, and exits.
 */
public final class TimelineDemo extends Application {
    /** Where java starts: a class that is an application itself cannot be started from a plain class path. */
    public static final class Start {
        private Start() {}

        public static void main(String[] args) {
            Application.launch(TimelineDemo.class, args);
        }
    }

    private record Shot(String name, double untilMs, double zoom, double scrollPx, @Nullable Double hoverX) {}

    private static final List<Shot> SHOTS = List.of(
            new Shot("first", 7_000, 1, 0, null),
            new Shot("barge-in", 19_000, 1, 0, null),
            new Shot("waiting", 12_800, 1, 0, null),
            new Shot("hover", 19_000, 1, -40, 450.0),
            new Shot("close", 19_000, 4, -1_100, null),
            new Shot("closest", 19_000, 11, -3_400, null),
            new Shot("all", 60_000, 0.35, 0, null),
            new Shot("far", 60_000, 0.08, 0, null));

    @Override
    public void start(Stage stage) throws IOException {
        List<String> folders = getParameters().getUnnamed();
        if (folders.size() == 1) {
            play(stage, new ReplayedRecording(Path.of(folders.get(0))));
            return;
        }
        for (boolean dark : new boolean[] {false, true}) {
            for (int[] size : new int[][] {{900, 220}, {1200, 300}, {420, 150}}) {
                takePictures(Path.of(folders.get(0)), Path.of(folders.get(1)), dark, size[0], size[1]);
            }
        }
        Platform.exit();
    }

    private static void play(Stage stage, ReplayedRecording call) {
        TimelinePane pane = new TimelinePane();
        pane.show(call.timeline());
        stage.setScene(themed(new Scene(new StackPane(pane), 900, 220), pane, false));
        stage.show();
        new AnimationTimer() {
            private long startNs;

            @Override
            public void handle(long nowNs) {
                startNs = startNs == 0 ? nowNs : startNs;
                call.tellUntil((nowNs - startNs) / 1e6);
                pane.pulse(nowNs);
            }
        }.start();
    }

    /** In AtlantaFX's colours where that is on the class path, else in the picture's own. */
    private static Scene themed(Scene scene, TimelinePane pane, boolean dark) {
        URL theme =
                TimelineDemo.class.getResource("/atlantafx/base/theme/primer-" + (dark ? "dark" : "light") + ".css");
        pane.setDark(dark);
        if (theme != null) {
            scene.setUserAgentStylesheet(theme.toExternalForm());
            Css.load(pane, TimelinePane.class);
        }
        return scene;
    }

    private static void takePictures(Path recording, Path into, boolean dark, int width, int height)
            throws IOException {
        String suffix = "-" + width + "x" + height + (dark ? "-dark" : "-light") + ".png";
        for (Shot shot : SHOTS) {
            ReplayedRecording call = new ReplayedRecording(recording);
            call.tellUntil(shot.untilMs);
            if (call.isOver()) {
                call.timeline().close(Long.MAX_VALUE / 4);
            }
            take(call.timeline(), shot, dark, width, height, into.resolve(shot.name + suffix));
        }
        CallTimeline troubled = troubled().timeline();
        take(troubled, new Shot("", 0, 0.6, 0, null), dark, width, height, into.resolve("troubled" + suffix));
    }

    private static void take(CallTimeline call, Shot shot, boolean dark, int width, int height, Path file)
            throws IOException {
        TimelinePane pane = new TimelinePane();
        Scene scene = themed(new Scene(new StackPane(pane), width, height), pane, dark);
        pane.show(call);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        pane.pulse(1_000_000_000_000L);
        pane.zoom(shot.zoom, 0);
        if (shot.scrollPx != 0) {
            pane.scroll(shot.scrollPx);
        }
        pane.hover(shot.hoverX);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        pane.pulse(1_001_000_000_000L);
        Png.write(scene.snapshot(null), file);
    }

    /** Everything that goes wrong, once. */
    private static ScriptedTimeline troubled() {
        ScriptedTimeline call = new ScriptedTimeline()
                .agentSpeaks(200, 1_400)
                .callerSpeaks(2_000, 3_000)
                .agentSpeaks(4_900, 6_000)
                .callerSpeaks(6_500, 7_500)
                .agentSpeaks(8_760, 9_400)
                .callerSpeaks(10_000, 11_000)
                .agentSpeaks(10_600, 11_800)
                .callerSpeaks(12_400, 13_000)
                .agentSpeaks(13_900, 17_800)
                .callerSpeaks(14_600, 15_200)
                .presses('1', 18_300)
                .presses('2', 18_500)
                .presses('#', 18_700)
                .callerSpeaks(19_000, 19_600)
                .agentSpeaks(20_300, 21_000, 21_400);
        call.until(19_800);
        return call.givesUp(3).until(21_400);
    }
}
