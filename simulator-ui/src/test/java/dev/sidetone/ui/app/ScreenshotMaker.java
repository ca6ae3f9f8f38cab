package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.until;

import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.DeviceProblem.Kind;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.ui.call.CallModel.Target;
import dev.sidetone.ui.call.CallModel.Voice;
import dev.sidetone.ui.live.LiveDefaults;
import dev.sidetone.ui.live.ScriptedLiveMode;
import dev.sidetone.ui.notice.Notice;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.control.TabPane;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Makes the pictures of docs/screens: the real window in each state, in both sizes and both themes. Run by bench/screens. */
public final class ScreenshotMaker {
    private static final int[][] SIZES = {{1280, 800}, {800, 600}};
    private static final int ATTEMPTS = 6;
    private static final String NOWHERE = "http://127.0.0.1:9/voice";

    private final OpenWindow window;
    private final Path folder;

    private ScreenshotMaker(OpenWindow window, Path folder) {
        this.window = window;
        this.folder = folder;
    }

    /** The argument is the folder for the pictures. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path memory = Files.createTempDirectory("screens");
        try (OpenWindow window = OpenWindow.open(SoundDevices.ofThisMachine(), memory, SIZES[0][0], SIZES[0][1])) {
            new ScreenshotMaker(window, folder).all();
        }
        FakeSoundDevices laptop = FakeSoundDevices.leaking();
        try (OpenWindow window =
                OpenWindow.open(laptop, Files.createTempDirectory("screens"), SIZES[0][0], SIZES[0][1])) {
            new ScreenshotMaker(window, folder).devices(laptop);
        }
        live(folder);
        Platform.exit();
    }

    /** The live view by a live mode that is played: no picture needs an account. A simulated call comes first, to compare with. */
    private static void live(Path folder) throws Exception {
        ScriptedLiveMode live = new ScriptedLiveMode();
        Path memory = Files.createTempDirectory("screens");
        try (OpenWindow window = OpenWindow.open(
                FakeSoundDevices.whole(), memory, LiveDefaults.NONE, () -> live, SIZES[0][0], SIZES[0][1])) {
            ScreenshotMaker screens = new ScreenshotMaker(window, folder);
            until("ready", screens::isReady);
            window.takeWelcomeAway();
            screens.choose(Target.AGENT, Voice.DEMO);
            screens.callInPeace();
            LiveScene scene = new LiveScene(window, live);
            scene.off();
            screens.pictures("live-begin");
            scene.addressFails();
            screens.pictures("live-address-failed");
            scene.choose();
            screens.pictures("live-choose-number");
            scene.ready();
            screens.pictures("live-ready");
            scene.call();
            screens.pictures("live-call");
        }
    }

    private void all() throws Exception {
        until("ready", this::isReady);
        pictures("welcome");
        window.takeWelcomeAway();
        choose(Target.AGENT, Voice.DEMO);
        pictures("idle");
        callInPictures();
        callInPeace();
        pictures("after-call");
        lists();
        dialogs();
        refusals();
    }

    /** What is known of a call, in the lists below its picture. */
    private void lists() throws Exception {
        for (String list : new String[] {"findings", "events", "wire", "transcript", "scenario"}) {
            show("tab-" + list);
            pictures("list-" + list);
        }
        show("tab-turns");
    }

    private void show(String tab) throws Exception {
        onFx(() -> {
            if (window.find("#details") instanceof TabPane tabs) {
                tabs.getTabs().stream()
                        .filter(each -> tab.equals(each.getId()))
                        .forEach(tabs.getSelectionModel()::select);
            }
            return true;
        });
    }

    private void dialogs() throws Exception {
        window.fire("#settings");
        pictures("settings");
        window.fire("#settings-close");
        window.fire("#more");
        pictures("call-options");
        window.fire("#options-done");
        window.look(true, SIZES[0][0], SIZES[0][1]);
        window.choose("#calls-menu", "#recordings-delete");
        pictures("delete-recordings");
        window.fire("#delete-no");
    }

    /** A laptop whose microphone hears its speaker, until it is lost. */
    private void devices(FakeSoundDevices laptop) throws Exception {
        until("ready", this::isReady);
        window.takeWelcomeAway();
        choose(Target.AGENT, Voice.MICROPHONE);
        window.fire("#call");
        until("the leak", this::isNoticed);
        pictures("echo-found");
        laptop.microphoneProblem = new DeviceProblem(Kind.LOST, "The microphone is gone.", "Plug it in again.");
        until("the loss", () -> told().contains("gone"));
        pictures("microphone-lost");
        window.fire("#call");
        until("the end", this::isReady);
    }

    /** What stands in the way, and what is said of it. */
    private void refusals() throws Exception {
        choose(Target.SERVER, Voice.MICROPHONE);
        until("a notice", this::isNoticed);
        pictures("device-trouble");
        choose(Target.AGENT, Voice.DEMO);
        onFx(() -> {
            window.model().call().agentProperty().set(window.phone().agents().named("openai"));
            window.model().call().webhookProperty().set(NOWHERE);
            return true;
        });
        pictures("agent-without-key");
        choose(Target.SERVER, Voice.DEMO);
        window.fire("#call");
        until("no call", () -> isReady() && isNoticed());
        pictures("call-failed");
    }

    private void choose(Target target, Voice voice) throws Exception {
        onFx(() -> {
            window.model().call().targetProperty().set(target);
            window.model().call().voiceProperty().set(voice);
            return true;
        });
    }

    /** Taking pictures costs the machine some of its time, so this call is not for measuring. */
    private void callInPictures() throws Exception {
        window.fire("#call");
        until("an interruption", () -> window.model().latency().turns().size() >= 3);
        until("its answer", () -> window.model().latency().waitingProperty().get() == 0);
        pictures("in-call");
        window.fire("#call");
        until("the end", this::isReady);
    }

    /** A whole call, made again where this machine was too busy to measure it. */
    private void callInPeace() throws Exception {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            window.fire("#call");
            until("the call", () -> !isReady());
            until("the end", this::isReady);
            if (onFx(() -> window.model().latency().doubtProperty().get().isEmpty())) {
                return;
            }
        }
    }

    private boolean isReady() {
        return window.model().call().phaseProperty().get() == Phase.READY;
    }

    private String told() {
        Notice notice = window.model().notice().noticeProperty().get();
        return notice == null ? "" : notice.what();
    }

    private boolean isNoticed() {
        return window.model().notice().noticeProperty().get() != null;
    }

    /** Written to files only when all are taken. */
    private void pictures(String state) throws Exception {
        Map<String, WritableImage> taken = new LinkedHashMap<>();
        for (int[] size : SIZES) {
            for (boolean dark : new boolean[] {true, false}) {
                window.look(dark, size[0], size[1]);
                String name = state + "-" + (dark ? "dark" : "light") + "-" + size[0] + "x" + size[1] + ".png";
                taken.put(name, window.picture());
            }
        }
        for (Map.Entry<String, WritableImage> picture : taken.entrySet()) {
            write(picture.getValue(), folder.resolve(picture.getKey()));
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
