package dev.sidetone.ui.app;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.UserFolder;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.live.LiveMode;
import dev.sidetone.simulator.phone.Softphone;
import dev.sidetone.simulator.recording.RecordingStore;
import dev.sidetone.ui.fx.FxThread;
import dev.sidetone.ui.fx.Pulse;
import dev.sidetone.ui.live.LiveDefaults;
import dev.sidetone.ui.settings.Remembered;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The JavaFX application: one window on one phone. JavaFX makes it, starts it and stops it. */
public final class SimulatorApp extends Application {
    private static final String CALLS = "calls";
    private static final String NUMBERS = "numbers";
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 1000;
    private static final double LEAST_HEIGHT = 680;

    private @Nullable Softphone phone;
    private @Nullable Remembered remembered;
    private @Nullable WindowModel model;
    private LiveDefaults hints = LiveDefaults.NONE;
    private @Nullable LiveModeFactory lives;

    /** On JavaFX's launching thread, before there is a window. */
    @Override
    public void init() throws WrongSetting {
        Path folder = UserFolder.ofThisUser();
        remembered = Remembered.in(folder);
        Settings settings = Settings.read(Path.of(".env"), System.getenv());
        hints = LiveDefaults.of(settings);
        Softphone made = Softphone.of(SoundDevices.ofThisMachine(), settings, RecordingStore.in(folder.resolve(CALLS)));
        lives = new LiveModeFactory(settings, folder.resolve(NUMBERS), made);
        phone = made;
    }

    @Override
    public void start(Stage stage) {
        if (phone != null && remembered != null && lives != null) {
            WindowModel shown = show(stage, phone, lives, hints, remembered, WIDTH, HEIGHT);
            Runtime.getRuntime().addShutdownHook(new Thread(shown.live()::close, "live-goodbye"));
            model = shown;
        }
    }

    /**
     * Fills and shows a stage with a window on {@code phone}, pulling at every pulse as long as it is shown. The phone begins when the
     * window is laid out: both at once would only make the window late.
     *
     * @param lives makes a live mode
     */
    static WindowModel show(
            Stage stage,
            Softphone phone,
            Supplier<LiveMode> lives,
            LiveDefaults hints,
            Remembered remembered,
            double width,
            double height) {
        WindowModel model = new WindowModel(phone, lives, hints, remembered);
        Pulse pulse = new Pulse(model::pull);
        stage.setTitle("Sidetone");
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        MainWindow window = new MainWindow(model);
        Pulse pictures = Pulse.ofEveryPicture(window::pulse);
        stage.setScene(new Scene(window, width, height));
        stage.setOnCloseRequest(asked -> {
            if (window.staysUntil(stage::close)) {
                asked.consume();
            }
        });
        stage.setOnHidden(hidden -> {
            pulse.stop();
            pictures.stop();
        });
        model.pull();
        stage.show();
        FxThread.afterLayout(stage.getScene().getRoot(), () -> {
            pulse.start();
            pictures.start();
            phone.begin();
        });
        return model;
    }

    /** The window is gone; what is left to do is done on a thread of its own, which the process waits for. */
    @Override
    public void stop() {
        Thread goodbye = new Thread(this::close, "goodbye");
        goodbye.start();
    }

    private void close() {
        if (model != null) {
            model.live().close();
        }
        if (phone != null) {
            phone.close();
        }
        if (remembered != null) {
            remembered.close();
        }
    }
}
