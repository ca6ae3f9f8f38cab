package dev.sidetone.simulator.scenario;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.recording.CallFolder;
import dev.sidetone.simulator.rig.Rig;
import dev.sidetone.simulator.rig.RigCall;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plays scenarios: each as often as it is repeated, several calls at a time if wished. A call that the machine was too busy to measure is made
 * again, twice at most. {@link #play} by one thread, {@link #cancel} by any.
 */
public final class ScenarioRun {
    private static final int MOST_TRIES = 3;

    /** Is informed how a run goes on; on the threads of the calls. */
    public interface Progress {
        /** A call begins, the {@code call}th of {@code of}; its facts go to the consumer that is returned. */
        Consumer<Fact> begins(PlannedScenario planned, int call, int of);

        /** A call is over and judged. */
        void played(PlannedScenario planned, int call, int of, PlayedCall played);

        /** The caller of a call, in whose place another one may speak and hear for it. */
        default Caller caller(Caller scripted) {
            return scripted;
        }

        /** The place for the facts and the sound of a call that begins. */
        default Spool spool(PlannedScenario planned) {
            Path folder = planned.call().recordings();
            return folder == null ? Spool.NONE : CallFolder.keptIn(folder, SidetoneVersion.TEXT);
        }

        /** A call was placed and goes on. */
        default void placed(RigCall call) {}

        /** A call is made again, because the machine was too busy to measure. */
        void again(PlannedScenario planned, int call, int of);
    }

    private final int repeat;
    private final int jobs;
    private final boolean strict;
    private final Progress progress;
    private final boolean warmsUp;
    private final Set<RigCall> running = ConcurrentHashMap.newKeySet();
    private volatile boolean cancelled;

    /**
     * @param repeat the number of calls of each scenario
     * @param jobs the number of calls at a time
     * @param strict whether warnings fail a call as errors do
     */
    public ScenarioRun(int repeat, int jobs, boolean strict, Progress progress) {
        this(repeat, jobs, strict, progress, true);
    }

    private ScenarioRun(int repeat, int jobs, boolean strict, Progress progress, boolean warmsUp) {
        this.repeat = repeat;
        this.jobs = jobs;
        this.strict = strict;
        this.progress = progress;
        this.warmsUp = warmsUp;
    }

    /** A run of one call of each, in a process that has made calls before: none is made beforehand. */
    public static ScenarioRun once(Progress progress) {
        return new ScenarioRun(1, 1, false, progress, false);
    }

    /** Hangs up, and makes no further calls; {@link #play} then returns what there is. */
    public void cancel() {
        cancelled = true;
        running.forEach(call -> call.hangUp("interrupted"));
    }

    /** Plays all, in order, and judges them. */
    public List<PlayedScenario> play(List<PlannedScenario> all) throws CannotRun, WrongSetting {
        ExecutorService threads = Executors.newFixedThreadPool(jobs, work -> {
            Thread thread = new Thread(work, "scenario");
            thread.setDaemon(true);
            return thread;
        });
        List<SharedRig> rigs = new ArrayList<>();
        try {
            List<List<CompletableFuture<Attempt>>> calls = new ArrayList<>();
            for (PlannedScenario planned : all) {
                SharedRig rig = new SharedRig(planned.call(), repeat, warmsUp && rigs.isEmpty());
                rigs.add(rig);
                calls.add(begin(planned, rig, threads));
            }
            return judged(all, calls);
        } finally {
            cancelled = true;
            threads.shutdownNow();
            rigs.forEach(SharedRig::close);
        }
    }

    /**
     * One call as it was made.
     *
     * @param reached whether the server was heard at least once
     */
    private record Attempt(PlayedCall played, boolean reached) {}

    private List<CompletableFuture<Attempt>> begin(PlannedScenario planned, SharedRig rig, ExecutorService threads) {
        List<CompletableFuture<Attempt>> calls = new ArrayList<>();
        for (int i = 1; i <= repeat; i++) {
            int call = i;
            calls.add(CompletableFuture.supplyAsync(() -> play(planned, rig, call), threads));
        }
        return calls;
    }

    private Attempt play(PlannedScenario planned, SharedRig shared, int number) {
        try {
            if (cancelled) {
                throw new Cancelled();
            }
            Rig rig = shared.started();
            Attempt made = call(planned, rig, number);
            for (int tries = 1; tries < MOST_TRIES && !cancelled && isUnmeasured(made.played()); tries++) {
                progress.again(planned, number, repeat);
                made = call(planned, rig, number);
            }
            progress.played(planned, number, repeat, made.played());
            return made;
        } catch (CannotRun | WrongSetting e) {
            throw new CompletionException(e);
        } finally {
            shared.finished();
        }
    }

    /** Whether a call shows nothing wrong, but could not be judged because the machine was too busy. */
    private static boolean isUnmeasured(PlayedCall played) {
        CallResult.Line line = played.result().line();
        boolean unsure = played.checked().stream().anyMatch(each -> each.held() == null);
        boolean failed = played.checked().stream().anyMatch(each -> Boolean.FALSE.equals(each.held()));
        boolean busy =
                played.result().turns().stream().anyMatch(turn -> !turn.judged()) || (line != null && !line.reliable());
        return unsure && busy && !failed;
    }

    private Attempt call(PlannedScenario planned, Rig rig, int number) throws CannotRun {
        SteppedCall steps = new SteppedCall();
        Consumer<Fact> facts = progress.begins(planned, number, repeat).andThen(steps);
        Caller caller = progress.caller(ScenarioCaller.of(planned.scenario()));
        RigCall call = rig.call(plan(planned, rig, number), caller, progress.spool(planned), facts);
        running.add(call);
        try {
            progress.placed(call);
            if (cancelled) {
                call.hangUp("interrupted");
            }
            boolean reached = call.await().reached();
            CallResult result = call.close();
            List<Checked> checked = ScenarioJudge.judge(planned.scenario(), steps, result);
            return new Attempt(new PlayedCall(result, checked), reached);
        } finally {
            running.remove(call);
        }
    }

    /** Every repetition of a seeded call has a seed of its own, so that their identifiers and faults differ. */
    private static CallPlan plan(PlannedScenario planned, Rig rig, int number) throws CannotRun {
        CallPlan plan = rig.plan(planned.call());
        Long seed = planned.call().seed();
        return seed == null ? plan : plan.seeded(seed + number - 1);
    }

    private List<PlayedScenario> judged(List<PlannedScenario> all, List<List<CompletableFuture<Attempt>>> calls)
            throws CannotRun, WrongSetting {
        List<PlayedScenario> played = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            List<PlayedCall> made = new ArrayList<>();
            boolean reached = true;
            for (CompletableFuture<Attempt> call : calls.get(i)) {
                Attempt attempt = joined(call);
                if (attempt != null) {
                    made.add(attempt.played());
                }
                reached &= attempt != null && attempt.reached();
            }
            played.add(WholeJudge.judge(all.get(i), made, reached && !cancelled, strict));
        }
        return played;
    }

    /** A call's end; null of one that was not made, because the run was cancelled. */
    private static @Nullable Attempt joined(CompletableFuture<Attempt> call) throws CannotRun, WrongSetting {
        try {
            return call.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Cancelled) {
                return null;
            }
            if (e.getCause() instanceof CannotRun cannot) {
                throw cannot;
            }
            if (e.getCause() instanceof WrongSetting wrong) {
                throw wrong;
            }
            throw e;
        }
    }

    /** The run was cancelled before the call. */
    private static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
