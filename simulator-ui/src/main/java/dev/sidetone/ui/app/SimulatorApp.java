package dev.sidetone.ui.app;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.SettingsSource;
import dev.sidetone.simulator.UserFolder;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.live.LiveMode;
import dev.sidetone.simulator.phone.AgentFiles;
import dev.sidetone.simulator.phone.AgentMenu;
import dev.sidetone.simulator.phone.Softphone;
import dev.sidetone.simulator.recording.RecordingStore;
import dev.sidetone.ui.call.CallModel;
import dev.sidetone.ui.fx.FxThread;
import dev.sidetone.ui.fx.Pulse;
import dev.sidetone.ui.live.LiveDefaults;
import dev.sidetone.ui.settings.RecordingsFolder;
import dev.sidetone.ui.settings.WindowPreferences;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The JavaFX application: one window for one phone. JavaFX creates, starts and stops it. */
public final class SimulatorApp extends Application {
    private static final String CALLS = "calls";
    private static final String AGENTS = "agents";
    private static final String NUMBERS = "numbers";
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 800;
    private static final double LEAST_HEIGHT = 600;

    private @Nullable Softphone phone;
    private @Nullable WindowPreferences remembered;
    private @Nullable WindowModel model;
    private OwnSettings own = OwnSettings.NONE;
    private LiveDefaults liveDefaults = LiveDefaults.NONE;
    private @Nullable LiveModeFactory liveModes;

    /** Runs on JavaFX's launcher thread, before there is a window. */
    @Override
    public void init() throws WrongSetting {
        Path folder = UserFolder.ofThisUser();
        remembered = WindowPreferences.in(folder);
        SettingsSource source = new SettingsSource(Path.of(".env"), System.getenv());
        Settings settings = source.read();
        AgentFiles agents = new AgentFiles(folder.resolve(AGENTS));
        own = new OwnSettings(source, agents, folder.resolve(CALLS));
        liveDefaults = LiveDefaults.of(settings);
        Path calls = RecordingsFolder.remembered(remembered, folder.resolve(CALLS));
        Softphone created = Softphone.of(SoundDevices.ofThisMachine(), settings, RecordingStore.in(calls));
        created.use(settings, AgentMenu.of(settings, agents));
        liveModes = new LiveModeFactory(own, folder.resolve(NUMBERS), created);
        phone = created;
    }

    @Override
    public void start(Stage stage) {
        if (phone != null && remembered != null && liveModes != null) {
            WindowPlace.keep(stage, remembered);
            WindowModel shown = show(stage, phone, liveModes, liveDefaults, remembered, own, WIDTH, HEIGHT);
            shown.lists().findings().openPagesWith(getHostServices()::showDocument);
            Runtime.getRuntime().addShutdownHook(new Thread(shown.live()::close, "live-shutdown-hook"));
            model = shown;
        }
    }

    /**
     * Shows a window for {@code phone} on a stage and updates it at every pulse while it is shown. The phone starts after the first layout,
     * because starting both at once would only delay the window.
     *
     * @param liveModes creates live modes
     */
    static WindowModel show(
            Stage stage,
            Softphone phone,
            Supplier<LiveMode> liveModes,
            LiveDefaults liveDefaults,
            WindowPreferences remembered,
            double width,
            double height) {
        return show(stage, phone, liveModes, liveDefaults, remembered, OwnSettings.NONE, width, height);
    }

    /** The same with settings that can be changed. */
    static WindowModel show(
            Stage stage,
            Softphone phone,
            Supplier<LiveMode> liveModes,
            LiveDefaults liveDefaults,
            WindowPreferences remembered,
            OwnSettings own,
            double width,
            double height) {
        WindowModel model = new WindowModel(phone, liveModes, liveDefaults, remembered, own);
        Pulse pulse = new Pulse(model::pull);
        stage.titleProperty().bind(title(model.call()));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        MainWindow window = new MainWindow(model);
        Pulse frames = Pulse.everyFrame(window::pulse);
        Scene scene = new Scene(window, width, height);
        MainWindow.style(scene);
        stage.setScene(scene);
        window.shortcuts().listenIn(scene);
        stage.setOnCloseRequest(request -> {
            if (window.delayClose(stage::close)) {
                request.consume();
            }
        });
        stage.setOnHidden(hidden -> {
            pulse.stop();
            frames.stop();
            model.playback().close();
        });
        stage.focusedProperty().addListener((property, before, now) -> {
            if (now) {
                model.settings().lookedAt();
            }
        });
        model.pull();
        stage.show();
        FxThread.afterLayout(stage.getScene().getRoot(), () -> {
            pulse.start();
            frames.start();
            phone.begin();
        });
        return model;
    }

    private static StringBinding title(CallModel call) {
        return Bindings.createStringBinding(
                () -> {
                    String clock = call.clockProperty().get();
                    return "Sidetone · " + call.wordsProperty().get() + (clock.isEmpty() ? "" : " " + clock);
                },
                call.wordsProperty(),
                call.clockProperty());
    }

    /** Closes phone and live mode on a thread of its own, which the process waits for. */
    @Override
    public void stop() {
        new Thread(this::close, "shutdown").start();
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
