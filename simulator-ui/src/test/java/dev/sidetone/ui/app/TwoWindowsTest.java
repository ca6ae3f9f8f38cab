package dev.sidetone.ui.app;

import static dev.sidetone.ui.app.OpenWindow.onFx;
import static dev.sidetone.ui.app.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.ui.call.CallModel.Voice;
import dev.sidetone.ui.fx.TextDrawing;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Two windows, each a process of its own, on one folder of recordings. */
@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
@Timeout(360)
class TwoWindowsTest {
    /** What makes a Java draw in memory, as this one does. */
    private static final List<String> DRAWING = List.of(
            "java.awt.headless",
            "testfx.headless",
            "testfx.robot",
            "glass.platform",
            "monocle.platform",
            "prism.order");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void deletingAllInOneNeverTouchesTheRunningCallOfTheOther() throws Exception {
        Path old = KeptConversation.in(folder.resolve("calls"));
        try (OpenWindow window = OpenWindow.open(FakeSoundDevices.whole(), folder, 1280, 800)) {
            until("ready", () -> phase(window) == Phase.READY);
            window.takeWelcomeAway();
            onFx(() -> {
                window.model().call().voiceProperty().set(Voice.MICROPHONE);
                window.model().call().call();
                return true;
            });
            until("in call", () -> phase(window) == Phase.IN_CALL && window.hasEvent("agent", "greets"));
            Path running = Objects.requireNonNull(onFx(
                    () -> Objects.requireNonNull(window.model().shownCall()).recording()));

            assertThat(inAnotherWindow()).isEqualTo("deleted");

            assertThat(old).doesNotExist();
            assertThat(running).isDirectoryContaining("glob:**/events.jsonl").isDirectoryContaining("glob:**/call.wav");
            assertThat(phase(window)).isEqualTo(Phase.IN_CALL);
            window.fire("#call");
            until("over", () -> phase(window) == Phase.READY);
            until("it is kept", () -> window.text("#recordings").startsWith("1 call, "));
            assertThat(running).isDirectoryContaining("glob:**/result.json");
        }
    }

    private String inAnotherWindow() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dsidetone.test.most.s=120"));
        DRAWING.stream()
                .filter(name -> System.getProperty(name) != null)
                .map(name -> "-D" + name + "=" + System.getProperty(name))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                DeletingWindow.class.getName(),
                folder.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
                Stream<String> lines = said.lines()) {
            return lines.filter("deleted"::equals).findFirst().orElse("");
        } finally {
            process.destroyForcibly();
        }
    }

    private static Phase phase(OpenWindow window) {
        return window.model().call().phaseProperty().get();
    }
}
