package dev.sidetone.jmeter;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.load.LoadCaller;
import dev.sidetone.simulator.rig.CallDescription;
import dev.sidetone.simulator.rig.LoadLine;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The line of a JVM's calls: one wheel, a few event loops for all sockets, and one thread that folds the facts of all calls, whatever their
 * number. For any thread.
 */
final class WorkerLine implements AutoCloseable {
    /** So many processors share an event loop for the callers' sockets. */
    private static final int PROCESSORS_A_LOOP = 2;

    private static final long PUMP_NS = 5_000_000L;

    private final LoadLine line;
    private final NanoClock clock;
    private final Set<WorkerCall> running = ConcurrentHashMap.newKeySet();
    private final Thread folding = new Thread(this::fold, "sidetone-jmeter");
    private volatile boolean closed;
    private long placed;

    private WorkerLine(LoadLine line, NanoClock clock) {
        this.line = line;
        this.clock = clock;
        folding.setDaemon(true);
    }

    /** Starts everything that calls like {@code first} need, and makes one that is not measured. */
    static WorkerLine start(CallDescription first) throws CannotRun {
        int loops = Math.max(1, Runtime.getRuntime().availableProcessors() / PROCESSORS_A_LOOP);
        WorkerLine started = new WorkerLine(LoadLine.start(first, SampledCallers.UNBOUNDED, loops), NanoClock.system());
        started.folding.start();
        return started;
    }

    /**
     * Places a call.
     *
     * @param caller the caller's number
     * @param most how many calls may run at once in this JVM
     * @throws CannotRun if there are so many already
     */
    synchronized WorkerCall place(LoadCaller kind, int caller, int most) throws CannotRun {
        if (running.size() >= most) {
            throw new CannotRun(
                    "this worker makes " + most + " calls at once already, as the parameter calls says: have no"
                            + " more threads than that, or raise it");
        }
        CallPlan plan = plan(kind);
        WorkerCall call = new WorkerCall(plan.toString(), clock.nowNs());
        call.placed(line.rig().place(plan, speaker(kind, caller), call.facts()));
        running.add(call);
        placed++;
        return call;
    }

    /** Every call of a seeded test has a seed of its own, so that identifiers and faults differ. */
    private CallPlan plan(LoadCaller kind) throws CannotRun {
        CallPlan plan = line.rig().plan(kind.call());
        Long seed = kind.call().seed();
        return seed == null ? plan : plan.seeded(seed + placed);
    }

    private static Caller speaker(LoadCaller kind, int caller) throws CannotRun {
        try {
            return kind.speaker().caller(caller);
        } catch (WrongSetting e) {
            throw new CannotRun("a caller is not there any more: " + e.getMessage(), e);
        }
    }

    private void fold() {
        while (!closed) {
            long nowNs = clock.nowNs();
            running.removeIf(call -> call.pump(nowNs));
            Park.forNs(PUMP_NS);
        }
    }

    /** Hangs up what still runs, and ends every thread. */
    @Override
    public void close() {
        line.close();
        closed = true;
        boolean interrupted = false;
        while (folding.isAlive()) {
            try {
                folding.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        running.forEach(WorkerCall::abandon);
        running.clear();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
