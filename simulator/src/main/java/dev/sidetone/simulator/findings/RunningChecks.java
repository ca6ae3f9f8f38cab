package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.CallFold;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Greeting;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Milestones;
import dev.sidetone.simulator.timeline.TimelineObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checks of one call. One that breaks must not take the call's record with it: it is called no more. Owned by its timeline. */
final class RunningChecks implements TimelineObserver {
    private static final Logger LOG = LoggerFactory.getLogger(RunningChecks.class);

    private final List<Check> checks;
    private final Milestones milestones;
    private final CallFold fold;
    private final Consumer<Fact> facts;
    private long nowNs;

    /**
     * @param fold holds the numbers of the facts that the checks have seen
     * @param facts takes what was found
     */
    RunningChecks(List<Check> checks, CallFold fold, Consumer<Fact> facts) {
        this.checks = new ArrayList<>(checks);
        this.fold = fold;
        this.milestones = new Milestones(fold, new MilestoneChecks());
        this.facts = facts;
    }

    @Override
    public void fold(Fact fact) {
        if (fact instanceof Fact.Found finding) {
            checks.forEach(check -> check.reported(finding));
        } else {
            call(fact.atNs(), (check, found) -> check.fold(fact, found));
        }
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heard) {
        call(tick.atNs(), (check, found) -> check.tick(tick, said, heard, found));
        milestones.look();
    }

    @Override
    public void media(Fact.MediaArrived media, byte[] mulaw) {
        call(media.atNs(), (check, found) -> check.media(media, mulaw, found));
    }

    @Override
    public void ends(CallResult call, @Nullable Double endedAtMs, long endNs) {
        nowNs = endNs;
        milestones.look();
        call(endNs, (check, found) -> check.judge(withFindings(call), endedAtMs, found));
    }

    @Override
    public void recordingLost(String why, long atNs) {
        facts.accept(ConnectionCode.RECORDING_LOST
                .found("The recording of this call was not kept: " + why + ".")
                .at(atNs));
    }

    /** The call with what the checks before have found. */
    private CallResult withFindings(CallResult call) {
        return call.withFindings(fold.findings());
    }

    /** One method of a check, called with the arguments of the moment. */
    private interface CheckMethod {
        void on(Check check, Consumer<Finding> found);
    }

    private final class MilestoneChecks implements Milestones.Listener {
        @Override
        public void greeted(Greeting greeting) {
            call(nowNs, (check, found) -> check.greeted(greeting, found));
        }

        @Override
        public void answered(Turn turn) {
            call(nowNs, (check, found) -> check.answered(turn, found));
        }

        @Override
        public void bargedIn(BargeIn bargeIn) {
            call(nowNs, (check, found) -> check.bargedIn(bargeIn, found));
        }
    }

    private void call(long atNs, CheckMethod method) {
        nowNs = atNs;
        checks.removeIf(check -> !calls(check, atNs, method));
    }

    private boolean calls(Check check, long atNs, CheckMethod method) {
        try {
            method.on(check, finding -> facts.accept(finding.byCheckAt(atNs)));
            return true;
        } catch (RuntimeException e) {
            LOG.warn(
                    "the check {} broke and is called no more", check.getClass().getSimpleName(), e);
            return false;
        }
    }
}
