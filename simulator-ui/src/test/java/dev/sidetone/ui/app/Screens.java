package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.pulses;
import static dev.sidetone.ui.app.OpenWindow.until;

import dev.sidetone.simulator.PhoneState.Phase;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.ui.call.CallModel.Target;
import dev.sidetone.ui.call.CallModel.Voice;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javax.imageio.ImageIO;

/** Makes the pictures of docs/screens: the real window in each of its states, in both sizes and both themes. Run by bench/screens. */
public final class Screens {
    private static final int[][] SIZES = {{1280, 800}, {1024, 700}};

    private final OpenWindow window;
    private final Path folder;

    private Screens(OpenWindow window, Path folder) {
        this.window = window;
        this.folder = folder;
    }

    /** The argument is the folder for the pictures. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path memory = Files.createTempDirectory("screens");
        try (OpenWindow window = OpenWindow.open(SoundDevices.ofThisMachine(), memory, SIZES[0][0], SIZES[0][1])) {
            new Screens(window, folder).all();
        }
        Platform.exit();
    }

    private void all() throws Exception {
        until("ready", () -> window.phone().now().phase() == Phase.READY);
        pictures("welcome");
        takeWelcomeAway();
        onFx(() -> {
            window.desk().call().voiceProperty().set(Voice.DEMO);
            return true;
        });
        pictures("idle");
        press("#call");
        until("an interruption", () -> window.desk().latency().turns().size() >= 3);
        pictures("in-call");
        until("the end", () -> window.phone().now().phase() == Phase.READY);
        pictures("after-call");
        onFx(() -> {
            window.desk().call().voiceProperty().set(Voice.MICROPHONE);
            window.desk().call().targetProperty().set(Target.SERVER);
            return true;
        });
        until("a notice", () -> window.desk().notice().noticeProperty().get() != null);
        pictures("device-trouble");
    }

    private void press(String id) throws Exception {
        onFx(() -> {
            ((Button) window.stage().getScene().lookup(id)).fire();
            return true;
        });
    }

    /** Its button would call by the microphone, if this machine has one. */
    private void takeWelcomeAway() throws Exception {
        onFx(() -> {
            Node welcome = window.stage().getScene().lookup("#welcome");
            Event.fireEvent(
                    welcome, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            return true;
        });
    }

    private void pictures(String state) throws Exception {
        for (int[] size : SIZES) {
            for (boolean dark : new boolean[] {true, false}) {
                onFx(() -> {
                    window.desk().theme().darkProperty().set(dark);
                    window.stage().setWidth(size[0]);
                    window.stage().setHeight(size[1]);
                    return true;
                });
                pulses(8);
                WritableImage image = onFx(() -> window.stage().getScene().snapshot(null));
                String name = state + "-" + (dark ? "dark" : "light") + "-" + size[0] + "x" + size[1] + ".png";
                write(image, folder.resolve(name));
            }
        }
    }

    private static void write(WritableImage image, Path file) throws Exception {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        ImageIO.write(copy, "png", file.toFile());
    }
}
