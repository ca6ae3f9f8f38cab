package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.live.LivePhase;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.ui.fx.TextDrawing;
import dev.sidetone.ui.live.LiveDefaults;
import dev.sidetone.ui.live.ScriptedLiveMode;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Every state of the live view in both themes and both sizes. */
@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class LiveWindowSnapshotTest {
    private final ScriptedLiveMode live = new ScriptedLiveMode();

    @TempDir
    private Path folder = Path.of("");

    private @Nullable OpenWindow opened;

    @BeforeEach
    void open() throws Exception {
        opened = OpenWindow.openLive(
                folder, LiveDefaults.NONE, () -> live, AppearanceCheck.SIZES[0][0], AppearanceCheck.SIZES[0][1]);
        until("ready", () -> window().model().call().phaseProperty().get() == Phase.READY);
        window().takeWelcomeAway();
    }

    @AfterEach
    void close() {
        window().close();
    }

    @Test
    void theWayToANumberAndItsCalls() throws Exception {
        LiveScene scene = new LiveScene(window(), live);
        AppearanceCheck look = new AppearanceCheck(window());
        scene.off();
        look.at("off", (picture, dark) -> look.assertButton(picture, "#live-begin", 100, 160));
        scene.addressFails();
        look.at("address failed", (picture, dark) -> {
            assertThat(window().text("#live-trouble")).contains("refuses to upgrade");
            assertThat(window().text("#live-cure")).contains("Upgrade and Connection");
        });
        scene.choose();
        look.at("choose", (picture, dark) -> {
            assertThat(window().text("#live-use")).isEqualTo("Use " + ScriptedLiveMode.TEST_LINE.number());
            look.assertButton(picture, "#live-use", 100, 160);
        });
        scene.ready();
        look.at("ready", (picture, dark) -> assertThat(window().text("#live-number"))
                .isEqualTo(ScriptedLiveMode.TEST_LINE.number()));
        scene.call();
        look.at("call", (picture, dark) -> {
            AppearanceCheck.assertVoices(picture, dark);
            assertThat(window().text("#measured")).isEqualTo("bridge");
            until("the last event is in view", this::lastEventIsInView);
        });
    }

    @Test
    void onTheWayWithTroubleAndOnTheWayOut() throws Exception {
        LiveScene scene = new LiveScene(window(), live);
        AppearanceCheck look = new AppearanceCheck(window());
        scene.off();
        window().fire("#live-begin");
        until("looking", () -> phase() == LivePhase.FINDING_ADDRESS);
        look.at("finding", (picture, dark) -> assertThat(window().shows("#live-cancel"))
                .isTrue());
        live.breaksBy(new Trouble("No tunnel runs here.", "Start ngrok, or type an address."));
        scene.choose();
        scene.ready();
        scene.call();
        live.complainsOf(new Trouble("Twilio refused the call (21219).", "Verify the number, or leave the trial."));
        until("it is said", () -> window().shows("#notice"));
        look.at("trouble", (picture, dark) -> assertThat(window().text("#notice-what"))
                .contains("21219"));
        live.holdsOn(null);
        window().fire("#place-simulated");
        look.at("asked", (picture, dark) -> look.assertButton(picture, "#leave-yes", 340, 20));
        window().fire("#leave-yes");
        until("leaving", () -> phase() == LivePhase.LEAVING);
        look.at("leaving", (picture, dark) -> assertThat(window().text("#live-state"))
                .startsWith("Putting"));
        live.letGo();
        until("simulated", () -> window().find("#call") != null);
    }

    private boolean lastEventIsInView() {
        ListView<?> events = (ListView<?>) window().node("#events");
        double bottom = events.localToScene(events.getLayoutBounds()).getMaxY();
        return events.lookupAll(".list-cell").stream()
                .filter(node -> node.isVisible()
                        && node instanceof ListCell<?> cell
                        && cell.getIndex() == events.getItems().size() - 1)
                .anyMatch(node -> node.localToScene(node.getLayoutBounds()).getMaxY() <= bottom + 1);
    }

    private OpenWindow window() {
        return Objects.requireNonNull(opened);
    }

    private LivePhase phase() {
        return window().model().live().stateProperty().get().phase();
    }
}
