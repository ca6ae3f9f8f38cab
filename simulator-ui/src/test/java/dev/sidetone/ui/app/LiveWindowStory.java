package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.until;

import dev.sidetone.simulator.live.LiveMode;
import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.ui.live.LiveDefaults;
import dev.sidetone.ui.live.ScriptedLiveCall;
import dev.sidetone.ui.live.ScriptedLiveMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A window with the live view before it, on a scripted live mode: what its stories begin with. */
abstract class LiveWindowStory {
    static final String OWN = ScriptedLiveMode.TEST_LINE.number();

    final FxRobot robot = new FxRobot();
    final List<ScriptedLiveMode> lives = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    private @Nullable OpenWindow opened;
    final WindowRobot hand = new WindowRobot(robot, this::window);

    @BeforeEach
    void open() throws Exception {
        LiveDefaults hints = new LiveDefaults("https://calls.example.com", "", "+15550100");
        opened = OpenWindow.openLive(folder, hints, this::another, 1280, 800);
        until(
                "the phone is ready",
                () -> window().model().call().phaseProperty().get() == Phase.READY);
        window().takeWelcomeAway();
        hand.press("#place-live");
    }

    @AfterEach
    void close() {
        lives.forEach(ScriptedLiveMode::letGo);
        window().close();
    }

    private LiveMode another() {
        ScriptedLiveMode fresh = new ScriptedLiveMode();
        lives.add(fresh);
        return fresh;
    }

    static ScriptedLiveCall talked(String sid, String voice, double answeredAtMs) {
        return ScriptedLiveCall.inbound(sid, "+15005550001", OWN)
                .answered()
                .callerSays(2_000, voice)
                .agentSays(answeredAtMs, "thank-you-goodbye", "One moment.")
                .until(8_000);
    }

    final ScriptedLiveMode live() {
        return lives.get(lives.size() - 1);
    }

    final OpenWindow window() {
        return Objects.requireNonNull(opened);
    }

    final LivePhase phase() {
        return window().model().live().stateProperty().get().phase();
    }
}
