package dev.sidetone.bench.accuracy;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.LineGrid;
import dev.sidetone.simulator.recording.CallFolder;
import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.rig.Rig;
import dev.sidetone.simulator.rig.RigCall;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.MeasuredAt;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A call that was made over real sockets: what was reported of it, its recording, and the agent's own log. Instants of the log and of arrivals are
 * those of the process's clock.
 *
 * @param plan the call that was to be made
 * @param reported its result
 * @param log the agent's own truth
 * @param grid the line's
 * @param streamNs the zero of the result's times
 * @param recordingNs the zero of the recording's times
 * @param arrivalsNs when audio came from the server
 * @param lateNs deadlines of ticks and frames that the line itself kept too late
 * @param recording its two voices
 */
record MeasuredCall(
        PlannedCall plan,
        CallResult reported,
        AgentLog log,
        LineGrid grid,
        long streamNs,
        long recordingNs,
        List<Long> arrivalsNs,
        List<Long> lateNs,
        Path recording) {
    MeasuredCall {
        arrivalsNs = List.copyOf(arrivalsNs);
        lateNs = List.copyOf(lateNs);
    }

    /** Whether the line itself kept time between two instants, as it must for the truth to hold. */
    boolean keptTime(long fromNs, long toNs) {
        return lateNs.stream().noneMatch(late -> late >= fromNs && late <= toNs);
    }

    /** A rig with the agent of a call, ready to make it. */
    static Prepared prepared(PlannedCall plan, Path recordings) throws Exception {
        Settings none = Settings.read(recordings.resolve(".env"), Map.of());
        AgentChoice agent = AgentChoice.of("fake-" + plan.wire().name(), null, null, none);
        Rig rig = Rig.start(agent, plan.script(), CallPlan.TEST_AUTH_TOKEN);
        rig.warmUp();
        return new Prepared(plan, rig, CallFolder.keptIn(recordings, SidetoneVersion.TEXT));
    }

    /** A call that is to be made or being made. By one thread. */
    static final class Prepared implements AutoCloseable {
        private final PlannedCall plan;
        private final Rig rig;
        private final CallFolder folder;
        private final Clocks clocks = new Clocks();
        private @Nullable RigCall call;

        private Prepared(PlannedCall plan, Rig rig, CallFolder folder) {
            this.plan = plan;
            this.rig = rig;
            this.folder = folder;
        }

        void begin() {
            call = rig.call(CallPlan.to(rig.webhook()), plan.caller(), folder, clocks);
        }

        MeasuredCall await() throws Exception {
            RigCall placed = Objects.requireNonNull(call);
            placed.await();
            CallResult result = placed.close();
            return new MeasuredCall(
                    plan,
                    result,
                    rig.practiceAgent().log(),
                    new LineGrid(Objects.requireNonNull(clocks.gridNs)),
                    Objects.requireNonNull(clocks.streamNs),
                    clocks.gridNs - clocks.recordedFrames * LineFrame.NS,
                    clocks.arrivalsNs,
                    clocks.lateNs,
                    Objects.requireNonNull(folder.folder()).resolve("call.wav"));
        }

        @Override
        public void close() {
            rig.close();
        }
    }

    /** The facts by which the clocks of log, result and recording are compared. On the timeline's thread until the call is closed. */
    private static final class Clocks implements Consumer<Fact> {
        @Nullable
        Long streamNs;

        /** The first tick of the stream, which has a grid of its own. */
        @Nullable
        Long gridNs;

        /** Those in the recording before that tick: two ticks that lie closer than 20 ms have a frame each. */
        long recordedFrames;

        final List<Long> arrivalsNs = new ArrayList<>();
        final List<Long> lateNs = new ArrayList<>();
        private long lastTickNs;

        @Override
        public void accept(Fact fact) {
            if (fact instanceof Fact.Tick tick) {
                tick(tick);
            } else if (fact instanceof Fact.FrameWritten frame) {
                late(frame.lateNs(), frame.atNs() - frame.lateNs());
            } else if (fact instanceof Fact.StreamStarted && streamNs == null) {
                streamNs = fact.atNs();
            } else if (fact instanceof Fact.MediaArrived) {
                arrivalsNs.add(fact.atNs());
            }
        }

        private void tick(Fact.Tick tick) {
            long sinceLastNs = recordedFrames == 0 ? LineFrame.NS : tick.atNs() - lastTickNs;
            late(Math.max(tick.lateNs(), sinceLastNs - LineFrame.NS), tick.atNs());
            if (gridNs == null) {
                recordedFrames += Math.max(1, Math.round((double) sinceLastNs / LineFrame.NS));
                gridNs = streamNs == null ? null : (Long) tick.atNs();
            }
            lastTickNs = tick.atNs();
        }

        private void late(long byNs, long deadlineNs) {
            if (byNs > MeasuredAt.EAR.lateNs()) {
                lateNs.add(deadlineNs);
            }
        }
    }
}
