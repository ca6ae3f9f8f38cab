package dev.sidetone.simulator.phone;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.scenario.PlannedScenario;
import dev.sidetone.simulator.scenario.PlayedScenario;
import dev.sidetone.simulator.scenario.Scenario;
import dev.sidetone.simulator.scenario.ScenarioRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Opens a scenario's file and plays it on a {@link Softphone}: its call is the phone's current one, and the person watches. A file that
 * changes is read again, and played again if it was played before. Commands return at once, on any thread.
 */
public final class ScenarioPlayer implements AutoCloseable {
    private final Softphone phone;
    private final Consumer<ScenarioState> listener;
    private final AtomicReference<ScenarioState> state = new AtomicReference<>(ScenarioState.NONE);
    private volatile @Nullable OpenedScenario opened;
    private volatile @Nullable ScenarioTarget target;
    private volatile @Nullable Playing playing;

    public ScenarioPlayer(Softphone phone) {
        this(phone, changed -> {});
    }

    /** @param listener takes every state, on the thread that made it */
    ScenarioPlayer(Softphone phone, Consumer<ScenarioState> listener) {
        this.phone = phone;
        this.listener = listener;
    }

    /** The current state. */
    public ScenarioState now() {
        return Objects.requireNonNull(state.get());
    }

    /** Opens {@code file} in place of the one that is open; not while that is played. */
    public synchronized void open(Path file) {
        if (now().playing()) {
            return;
        }
        close();
        target = null;
        state.set(ScenarioState.opening(file));
        opened = OpenedScenario.open(file, new Reading());
    }

    /** Makes a scenario of the call that was recorded in {@code recording} and opens it; not while one is played. */
    public void make(Path recording, Path yaml) {
        if (now().playing()) {
            return;
        }
        Thread thread = new Thread(
                () -> {
                    String problem = ScenarioMaking.make(recording, yaml);
                    if (problem.isEmpty()) {
                        open(yaml);
                    } else {
                        change(old -> old.notMade(problem));
                    }
                },
                "scenario-draft");
        thread.setDaemon(true);
        thread.start();
    }

    /** Plays what is open, once the phone is ready; otherwise nothing happens. */
    public void play(ScenarioTarget against) {
        Scenario scenario = now().scenario();
        if (scenario != null) {
            target = against;
            Playing next = new Playing(against);
            playing = phone.occupy(Phase.DIALLING, next) ? next : playing;
        }
    }

    /** Hangs up, and does not play again before somebody says so. */
    public void cancel() {
        target = null;
        Playing current = playing;
        if (current != null && now().playing()) {
            phone.hangUp();
        }
    }

    /** Closes the file. */
    @Override
    public void close() {
        OpenedScenario file = opened;
        if (file != null) {
            file.close();
        }
    }

    private void change(UnaryOperator<ScenarioState> how) {
        listener.accept(state.updateAndGet(how));
    }

    /** Takes what is read of the open file. */
    private final class Reading implements OpenedScenario.Reader {
        @Override
        public void read(Scenario scenario, boolean again) {
            Playing current = playing;
            if (now().playing() && current != null) {
                current.playAgain(scenario);
                return;
            }
            change(old -> old.with(scenario));
            ScenarioTarget last = target;
            if (again && last != null) {
                play(last);
            }
        }

        @Override
        public void wrong(String why) {
            change(old -> old.wrong(why));
        }
    }

    /** One run, and the next where the file is changed meanwhile. */
    private final class Playing implements Occupation {
        private final ScenarioTarget against;
        private final AtomicReference<@Nullable Scenario> changed = new AtomicReference<>();
        private volatile @Nullable ScenarioRun run;
        private volatile boolean cancelled;

        Playing(ScenarioTarget against) {
            this.against = against;
        }

        @Override
        public @Nullable Trouble run(PhoneRigs rigs) throws CannotRun, WrongSetting {
            Scenario next = now().scenario();
            while (next != null && !cancelled) {
                play(next);
                next = changed.getAndSet(null);
                Scenario read = next;
                if (read != null) {
                    change(old -> old.with(read));
                }
            }
            return null;
        }

        @Override
        public void cancel() {
            cancelled = true;
            target = null;
            stop();
        }

        void playAgain(Scenario read) {
            changed.set(read);
            stop();
        }

        private void stop() {
            ScenarioRun current = run;
            if (current != null) {
                current.cancel();
            }
        }

        private void play(Scenario scenario) throws CannotRun, WrongSetting {
            WatchedRun watched = new WatchedRun(phone, against.speaker(), ScenarioPlayer.this::change);
            try {
                PlannedScenario planned = ScenarioPlan.of(scenario, against, phone.settings());
                change(old -> old.begun(scenario, planned.against()));
                ScenarioRun next = ScenarioRun.once(watched);
                run = next;
                if (cancelled) {
                    next.cancel();
                }
                List<PlayedScenario> played = next.play(List.of(planned));
                change(old -> old.over(played.get(0)));
            } catch (WrongSetting | CannotRun e) {
                change(old -> old.failed(String.valueOf(e.getMessage())));
            } finally {
                watched.finish();
            }
        }
    }
}
