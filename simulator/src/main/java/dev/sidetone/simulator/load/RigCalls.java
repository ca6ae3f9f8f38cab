package dev.sidetone.simulator.load;

import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.recording.CallFolder;
import dev.sidetone.simulator.rig.Rig;
import dev.sidetone.simulator.rig.RigCall;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.FigureTimeline;
import dev.sidetone.simulator.twilio.TwilioCall;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of a load on a rig. The kinds of callers take turns; of each call only its figures are kept, but of one in so many the recording,
 * with all that a single call has. By the load's thread.
 */
public final class RigCalls implements LoadCalls {
    private static final Logger LOG = LoggerFactory.getLogger(RigCalls.class);

    private final Rig rig;
    private final List<LoadCaller> kinds;
    private final int recordEvery;
    private final LoadMeter meter;
    private final NanoClock clock;
    private final List<RunningLoadCall> running = new ArrayList<>();
    private long placed;

    /** @param recordEvery one call of so many is recorded, where its description names a folder; 0 for none */
    public RigCalls(Rig rig, List<LoadCaller> kinds, int recordEvery, LoadMeter meter, NanoClock clock) {
        this.rig = rig;
        this.kinds = List.copyOf(kinds);
        this.recordEvery = recordEvery;
        this.meter = meter;
        this.clock = clock;
    }

    @Override
    public LoadCall place(int caller, Consumer<CallFate> over) throws CannotRun {
        LoadCaller kind = kinds.get(caller % kinds.size());
        CallPlan plan = plan(kind);
        Caller speaker = speaker(kind, caller);
        CallCourse course = new CallCourse(meter);
        FigureTimeline facts = new FigureTimeline(SidetoneVersion.TEXT, course);
        RunningLoadCall call = new RunningLoadCall(facts, course, over);
        Path folder = recordEvery > 0 && placed % recordEvery == 0 ? kind.call().recordings() : null;
        if (folder == null) {
            TwilioCall made = rig.place(plan, speaker, facts);
            call.placed(why -> made.hangUp(EndedBy.CALLER, why));
            made.outcome().whenComplete((outcome, failure) -> call.ended());
        } else {
            record(plan, speaker, folder, facts, call);
        }
        placed++;
        running.add(call);
        meter.placed(clock.nowNs());
        return call;
    }

    /** Every call of a seeded load has a seed of its own, so that identifiers and faults differ. */
    private CallPlan plan(LoadCaller kind) throws CannotRun {
        CallPlan plan = rig.plan(kind.call());
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

    private void record(CallPlan plan, Caller speaker, Path folder, FigureTimeline facts, RunningLoadCall call) {
        RigCall made = rig.call(plan, speaker, CallFolder.keptIn(folder, SidetoneVersion.TEXT), facts::add);
        call.placed(made::hangUp);
        Thread waiting = new Thread(() -> awaitEnd(made, call), "load-recording");
        waiting.setDaemon(true);
        waiting.start();
    }

    private static void awaitEnd(RigCall made, RunningLoadCall call) {
        try {
            made.await();
            made.close();
        } catch (CannotRun e) {
            LOG.warn("a recorded call of the load broke off: {}", e.getMessage());
        } finally {
            call.ended();
        }
    }

    @Override
    public void pump(long nowNs) {
        running.removeIf(call -> call.pump(nowNs, meter));
    }
}
