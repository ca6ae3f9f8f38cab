package dev.sidetone.ui.app;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.live.LiveMode;
import dev.sidetone.simulator.phone.Softphone;
import dev.sidetone.simulator.recording.RecordingStore;
import dev.sidetone.simulator.rig.Rig;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.ui.fx.FxThread;
import dev.sidetone.ui.fx.TextDrawing;
import dev.sidetone.ui.live.LiveDefaults;
import dev.sidetone.ui.live.ScriptedLiveMode;
import dev.sidetone.ui.settings.WindowPreferences;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

// Over 300 lines because all that a test does to a window, on the FX thread and off it, is in one place.
/** The real window on a real phone, for use from a test's thread: it runs all access on the FX thread. */
final class OpenWindow implements AutoCloseable {
    /** A minute; a process that has to start first sets two. */
    private static final long MOST_S = Long.getLong("sidetone.test.most.s", 60);

    private static final AtomicBoolean WARM = new AtomicBoolean();
    private static final AgentScript TONES = AgentScript.practice()
            .withGreeting(new AgentScript.Utterance.Tone(400))
            .withTurns(List.of(new AgentScript.Turn(100, new AgentScript.Utterance.Tone(400))))
            .withoutExcuses();

    private final Softphone phone;
    private final WindowPreferences remembered;
    private final Stage stage;
    private final WindowModel model;

    private OpenWindow(Softphone phone, WindowPreferences remembered, Stage stage, WindowModel model) {
        this.phone = phone;
        this.remembered = remembered;
        this.stage = stage;
        this.model = model;
    }

    /** Opens a window that remembers in {@code folder}. */
    static OpenWindow open(SoundDevices devices, Path folder, double width, double height) throws Exception {
        return open(devices, folder, LiveDefaults.NONE, ScriptedLiveMode::new, width, height);
    }

    /** The same with a live mode of one's own. */
    static OpenWindow open(
            SoundDevices devices,
            Path folder,
            LiveDefaults hints,
            Supplier<LiveMode> lives,
            double width,
            double height)
            throws Exception {
        return open(phone(devices, folder), folder, hints, lives, width, height);
    }

    /** The same for the live view: the agent of its phone, which nobody calls, has no words that would have to be synthesized. */
    static OpenWindow openLive(Path folder, LiveDefaults hints, Supplier<LiveMode> lives, double width, double height)
            throws Exception {
        Softphone phone = Softphone.starting(
                FakeSoundDevices.whole(),
                noSettings(folder),
                shelf(folder),
                call -> Rig.start(call.agent(), TONES, CallPlan.TEST_AUTH_TOKEN));
        return open(phone, folder, hints, lives, width, height);
    }

    /** The first phone of a process makes its silent call, as a user's does; for those after it, the code is compiled. */
    private static Softphone phone(SoundDevices devices, Path folder) throws WrongSetting {
        return WARM.getAndSet(true)
                ? Softphone.starting(devices, noSettings(folder), shelf(folder), Rig::start)
                : Softphone.of(devices, noSettings(folder), shelf(folder));
    }

    /** Opens a window on a phone that cannot start. */
    static OpenWindow openBroken(SoundDevices devices, Path folder, double width, double height) throws Exception {
        Softphone phone = Softphone.starting(devices, noSettings(folder), shelf(folder), token -> {
            throw new CannotRun("the embedded bridge cannot start: no port is free");
        });
        return open(phone, folder, LiveDefaults.NONE, ScriptedLiveMode::new, width, height);
    }

    private static Settings noSettings(Path folder) throws WrongSetting {
        return Settings.read(folder.resolve("no.env"), Map.of());
    }

    private static RecordingStore shelf(Path folder) {
        return RecordingStore.in(folder.resolve("calls"));
    }

    /** Opens a window whose settings can be changed. */
    static OpenWindow open(SoundDevices devices, Path folder, OwnSettings own, double width, double height)
            throws Exception {
        return open(phone(devices, folder), folder, LiveDefaults.NONE, ScriptedLiveMode::new, own, width, height);
    }

    private static OpenWindow open(
            Softphone phone, Path folder, LiveDefaults hints, Supplier<LiveMode> lives, double width, double height)
            throws Exception {
        return open(phone, folder, hints, lives, OwnSettings.NONE, width, height);
    }

    private static OpenWindow open(
            Softphone phone,
            Path folder,
            LiveDefaults hints,
            Supplier<LiveMode> lives,
            OwnSettings own,
            double width,
            double height)
            throws Exception {
        TextDrawing.start();
        WindowPreferences remembered = WindowPreferences.in(folder);
        return onFx(() -> {
            Stage stage = new Stage();
            WindowModel model = SimulatorApp.show(stage, phone, lives, hints, remembered, own, width, height);
            return new OpenWindow(phone, remembered, stage, model);
        });
    }

    WindowModel model() {
        return model;
    }

    Stage stage() {
        return stage;
    }

    Softphone phone() {
        return phone;
    }

    /** Dresses the window in a theme and gives it a size, and waits until it is drawn so. */
    void look(boolean dark, int width, int height) throws Exception {
        onFx(() -> {
            model.theme().darkProperty().set(dark);
            stage.setWidth(width);
            stage.setHeight(height);
            return true;
        });
        pulses(4);
    }

    /** What is in the window now. */
    WritableImage picture() throws Exception {
        return onFx(() -> stage.getScene().snapshot(null));
    }

    /** The node of that id, or null. */
    @Nullable
    Node find(String id) {
        return stage.getScene().lookup(id);
    }

    /** The node of that id, which is there. */
    Node node(String id) {
        return Objects.requireNonNull(find(id), id);
    }

    /** True when the node of that id and all around it are visible. */
    boolean shows(String id) {
        Node node = find(id);
        return node != null && isSeen(node);
    }

    static boolean isSeen(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible() || (up instanceof ListCell<?> cell && cell.isEmpty())) {
                return false;
            }
        }
        return true;
    }

    /** The text of the node of that id, empty without one. */
    String text(String id) {
        return find(id) instanceof Labeled labeled ? labeled.getText() : "";
    }

    /** True when an event of that party whose text contains {@code what} is listed. */
    boolean hasEvent(String who, String what) {
        return model.events().shown().stream()
                .anyMatch(event -> event.who().equals(who) && event.text().contains(what));
    }

    /** Presses a button that can be pressed, by its id. */
    void fire(String id) throws Exception {
        until(id + " can be pressed", () -> find(id) instanceof ButtonBase button && !button.isDisabled());
        onFx(() -> {
            if (find(id) instanceof ButtonBase button) {
                button.fire();
            }
            return true;
        });
    }

    /** Chooses an item of a menu button, by both ids. */
    void choose(String menu, String item) throws Exception {
        until(menu + " is there", () -> find(menu) instanceof MenuButton);
        onFx(() -> {
            if (find(menu) instanceof MenuButton button) {
                button.getItems().stream()
                        .filter(each -> item.equals("#" + each.getId()) && !each.isDisable())
                        .findFirst()
                        .orElseThrow()
                        .fire();
            }
            return true;
        });
    }

    /** Reads the welcome and takes it away. */
    void takeWelcomeAway() throws Exception {
        onFx(() -> {
            Node welcome = node("#welcome");
            Event.fireEvent(
                    welcome, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            return true;
        });
    }

    /** Does something on the FX thread and waits for it. */
    static <T> T onFx(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception | AssertionError e) {
                done.completeExceptionally(e);
            }
        });
        return await(done, "the FX thread");
    }

    /** Waits until a pulse finds {@code condition} true; fails with {@code what} after {@link #MOST_S}. */
    static void until(String what, BooleanSupplier condition) throws Exception {
        CompletableFuture<Boolean> met = new CompletableFuture<>();
        AnimationTimer watch = new AnimationTimer() {
            @Override
            public void handle(long nowNs) {
                if (condition.getAsBoolean()) {
                    met.complete(true);
                    stop();
                }
            }
        };
        onFx(() -> {
            watch.start();
            return true;
        });
        await(met, what);
    }

    /** Lets {@code count} pulses pass, so that what was changed is laid out and drawn. */
    static void pulses(int count) throws Exception {
        int[] left = {count};
        until("pulses", () -> --left[0] < 0);
    }

    private static <T> T await(CompletableFuture<T> future, String what) throws Exception {
        try {
            return future.get(MOST_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain for: " + what, e);
        } catch (ExecutionException e) {
            throw new AssertionError(what, e.getCause());
        }
    }

    @Override
    public void close() {
        FxThread.run(stage::close);
        phone.close();
        remembered.close();
    }
}
