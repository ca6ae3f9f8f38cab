package dev.sidetone.ui.timeline;

import java.io.IOException;
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
 * Shows a recorded call as if it were running: {@code TimelineDemo RECORDING}. With a second folder it puts pictures of it there,
 * in both themes and several sizes, and ends.
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
            new Shot("key", 26_000, 1, 0, null),
            new Shot("close", 19_000, 4, -1_100, null),
            new Shot("closest", 19_000, 11, -3_400, null),
            new Shot("all", 60_000, 0.35, 0, null),
            new Shot("far", 60_000, 0.08, 0, null));

    @Override
    public void start(Stage stage) throws IOException {
        List<String> folders = getParameters().getUnnamed();
        if (folders.size() > 1) {
            for (boolean dark : new boolean[] {false, true}) {
                takePictures(Path.of(folders.get(0)), Path.of(folders.get(1)), dark, 900, 220);
                takePictures(Path.of(folders.get(0)), Path.of(folders.get(1)), dark, 1200, 300);
            }
            Platform.exit();
        } else {
            play(stage, new RecordedCall(Path.of(folders.get(0))));
        }
    }

    private static void play(Stage stage, RecordedCall call) {
        TimelinePane pane = new TimelinePane();
        pane.show(call.timeline());
        stage.setScene(new Scene(new StackPane(pane), 900, 220));
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

    private static void takePictures(Path recording, Path into, boolean dark, int width, int height)
            throws IOException {
        for (Shot shot : SHOTS) {
            RecordedCall call = new RecordedCall(recording);
            TimelinePane pane = new TimelinePane();
            pane.setDark(dark);
            Scene scene = new Scene(new StackPane(pane), width, height);
            pane.show(call.timeline());
            call.tellUntil(shot.untilMs);
            if (call.isOver()) {
                call.timeline().close(Long.MAX_VALUE / 4);
            }
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
            String name = shot.name + "-" + width + "x" + height + (dark ? "-dark" : "-light") + ".png";
            Png.write(scene.snapshot(null), into.resolve(name));
        }
    }
}
