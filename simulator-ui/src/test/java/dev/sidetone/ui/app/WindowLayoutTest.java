package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.pulses;
import static dev.sidetone.ui.app.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.ui.call.CallModel.Voice;
import dev.sidetone.ui.fx.TextDrawing;
import dev.sidetone.ui.selection.Selection;
import dev.sidetone.ui.selection.Selection.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The window in five sizes, in every main state: nothing is cut off, overlaps or is hard to read. */
@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class WindowLayoutTest {
    private static final int[][] SIZES = {{800, 600}, {1024, 700}, {1280, 800}, {1600, 900}, {1920, 1080}};

    private static final List<String> LISTS = List.of("turns", "findings", "events", "wire", "transcript", "scenario");
    private static final List<String> IN_ALL_SIZES = List.of("turns", "findings", "wire");

    /** What is amiss, and where it was seen first. */
    private final Map<String, String> amiss = new LinkedHashMap<>();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyStateFitsFiveSizesAndIsReadInBothThemes() throws Exception {
        Path kept = KeptConversation.in(folder.resolve("calls"));
        try (OpenWindow window = OpenWindow.open(FakeSoundDevices.whole(), folder, 1280, 800)) {
            until("ready", () -> window.model().call().phaseProperty().get() == Phase.READY);
            window.takeWelcomeAway();
            look(window, "idle", SIZES);
            onFx(() -> {
                window.model().call().voiceProperty().set(Voice.DEMO);
                return true;
            });
            window.fire("#call");
            until("in call", () -> window.hasEvent("agent", "greets"));
            look(window, "in a call", SIZES);
            window.fire("#call");
            until("over", () -> window.model().call().phaseProperty().get() == Phase.READY);
            KeptConversation.openIn(window, kept);
            for (String list : LISTS) {
                front(window, list);
                boolean all = IN_ALL_SIZES.contains(list);
                look(window, "an opened recording, " + list, all ? SIZES : new int[][] {SIZES[0], SIZES[2]});
            }
            besideATurn(window);
            // To change the theme is by far the slowest step, and no text has another size in it.
            window.look(false, 1280, 800);
            for (String list : LISTS) {
                front(window, list);
                look(window, "in light, " + list, SIZES[2]);
            }
            besideATurn(window);
        }
        assertThat(amiss).isEmpty();
    }

    /** What a selected turn touches is marked in the other lists. */
    private void besideATurn(OpenWindow window) throws Exception {
        for (String list : List.of("events", "findings", "wire")) {
            front(window, list);
            onFx(() -> {
                window.model().selection().select(new Selection(Kind.TURN, 2, 8_600, 11_720));
                return true;
            });
            pulses(2);
            look(window, list + " beside a turn", SIZES[2]);
        }
    }

    private void look(OpenWindow window, String state, int[]... sizes) throws Exception {
        boolean dark = onFx(() -> window.model().theme().darkProperty().get());
        for (int[] size : sizes) {
            window.look(dark, size[0], size[1]);
            onFx(() -> {
                Scene scene = window.stage().getScene();
                List<String> now = new ArrayList<>(LayoutCheck.amiss(scene));
                if (size == SIZES[2]) {
                    now.addAll(ReadableTextCheck.amiss(scene, scene.snapshot(null)));
                }
                now.forEach(each -> amiss.putIfAbsent(each, state + ", " + size[0] + " x " + size[1]));
                return true;
            });
        }
    }

    /** Brings a list to the front and selects its first row. */
    private static void front(OpenWindow window, String list) throws Exception {
        onFx(() -> {
            TabPane tabs = (TabPane) window.node("#details");
            tabs.getTabs().stream()
                    .filter(each -> ("tab-" + list).equals(each.getId()))
                    .forEach(tabs.getSelectionModel()::select);
            return true;
        });
        pulses(2);
        onFx(() -> {
            if (window.find(list.equals("wire") ? "#messages" : "#" + list) instanceof ListView<?> rows) {
                rows.getSelectionModel().clearAndSelect(0);
            }
            return true;
        });
        pulses(2);
    }
}
