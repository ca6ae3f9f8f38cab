package dev.sidetone.simulator.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.device.NoSoundDevices;
import dev.sidetone.simulator.phone.StepState.Stage;
import dev.sidetone.simulator.recording.RecordingStore;
import dev.sidetone.simulator.rig.Rig;
import dev.sidetone.simulator.scenario.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario at the window, played with the practice agent. */
class ScenarioPlayerTest {
    private static final long MOST_S = 60;

    @TempDir
    private Path folder = Path.of("");

    private final BlockingQueue<ScenarioState> states = new LinkedBlockingQueue<>();
    private @Nullable Softphone phone;
    private @Nullable ScenarioPlayer player;

    @BeforeEach
    void start() throws Exception {
        Settings none = Settings.read(folder.resolve("no.env"), Map.of());
        Softphone made =
                Softphone.starting(new NoSoundDevices(), none, RecordingStore.in(folder.resolve("calls")), Rig::start);
        made.begin();
        made.started().toCompletableFuture().get(MOST_S, TimeUnit.SECONDS);
        phone = made;
        player = new ScenarioPlayer(made, states::add);
    }

    @AfterEach
    void close() {
        player().close();
        phone().close();
    }

    @Test
    void itsStepsAreFollowedAndJudgedAndAChangeOfTheFilePlaysItAgain() throws Exception {
        Path file = write("steps:\n- hear: agent\n- expect: { finding: 31951 }\n- press: \"5\"\n- hang-up: true\n");
        player().open(file);
        ScenarioState read = until(state -> state.scenario() != null);
        assertThat(read.steps()).extracting(StepState::stage).containsOnly(Stage.WAITS);

        player().play(ScenarioTarget.asWritten(null));
        ScenarioState over = until(state -> state.verdict() != null);

        assertThat(over.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(over.against()).isEqualTo("practice");
        assertThat(over.steps()).extracting(StepState::stage).containsOnly(Stage.DONE);
        assertThat(over.steps().get(1).checked()).singleElement().satisfies(checked -> {
            assertThat(checked.want()).isEqualTo("finding: 31951");
            assertThat(checked.held()).isFalse();
        });
        PhoneCall call = Objects.requireNonNull(phone().now().call());
        assertThat(call.isWatched()).isTrue();
        assertThat(call.isOver()).isTrue();
        assertThat(call.result().dtmf()).hasSize(1);

        write("name: changed\nsteps:\n- hear: agent\n- hang-up: true\n");
        ScenarioState again = until(state -> state.steps().size() == 2 && state.verdict() != null);
        assertThat(again.verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void aMistakeIsNamedWithItsFileAndLineAndIsGoneOnceItIsMended() throws Exception {
        Path file = write("steps:\n- hear: agent\n- sya: hello\n");
        player().open(file);
        assertThat(until(state -> state.problem() != null).problem())
                .contains("call.yaml:3")
                .contains("say");
        player().play(ScenarioTarget.asWritten(null));
        assertThat(player().now().playing()).isFalse();

        write("steps:\n- hear: agent\n- hang-up: true\n");
        assertThat(until(state -> state.scenario() != null).problem()).isNull();
        assertThat(player().now().verdict())
                .as("what was never played is not played again")
                .isNull();
    }

    @Test
    void whoHangsUpCancelsAndNothingIsJudgedAsFailed() throws Exception {
        player().open(write("steps:\n- hear: agent\n- pause: 60s\n- press: \"5\"\n"));
        until(state -> state.scenario() != null);
        player().play(ScenarioTarget.asWritten(null));
        until(state -> state.steps().get(1).stage() == Stage.RUNS);

        player().cancel();

        ScenarioState over = until(state -> state.verdict() != null);
        assertThat(over.verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(over.steps().get(2).stage()).isEqualTo(Stage.NOT_REACHED);
    }

    private Path write(String yaml) throws Exception {
        return Files.writeString(folder.resolve("call.yaml"), yaml);
    }

    private ScenarioState until(Predicate<ScenarioState> wanted) throws Exception {
        ScenarioState state = player().now();
        while (!wanted.test(state)) {
            state = states.poll(MOST_S, TimeUnit.SECONDS);
            assertThat(state).as("waited in vain, at " + player().now()).isNotNull();
        }
        return state;
    }

    private Softphone phone() {
        return Objects.requireNonNull(phone);
    }

    private ScenarioPlayer player() {
        return Objects.requireNonNull(player);
    }
}
