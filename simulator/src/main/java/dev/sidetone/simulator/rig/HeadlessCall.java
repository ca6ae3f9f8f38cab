package dev.sidetone.simulator.rig;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.recording.CallFolder;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.twilio.CallOutcome;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One call without a window, on a rig of its own. Until it is closed, Ctrl-C hangs up and waits, so that whoever made the call can write
 * its result. By one thread.
 */
public final class HeadlessCall implements AutoCloseable {
    /** The time for which servers are seen to ask about a call that has ended. */
    private static final Duration USUAL_LINGER = Duration.ofSeconds(30);

    private final Rig rig;
    private final RigCall call;
    private final HangUpOnExit guard;
    private final CallDescription description;

    private HeadlessCall(CallDescription description, Rig rig, RigCall call) {
        this.description = description;
        this.rig = rig;
        this.call = call;
        this.guard = new HangUpOnExit(call);
    }

    /**
     * The end of a call.
     *
     * @param reached whether the server was heard at least once
     */
    public record Outcome(CallResult result, boolean reached) {}

    /**
     * Starts a rig and places the call.
     *
     * @param notes takes lines that a person should read before the call
     * @param facts takes every fact in order, on the timeline's thread
     */
    public static HeadlessCall place(CallDescription description, Consumer<String> notes, Consumer<Fact> facts)
            throws WrongSetting, CannotRun {
        Caller caller = description.caller().open();
        Rig rig = Rig.start(description);
        try {
            rig.warmUp();
            rig.answerOutbound(
                    rig.outboundPlan(description), call -> description.caller().another());
            notes.accept("Twilio's REST API at " + rig.restUrl() + ", account " + CallPlan.TEST_ACCOUNT_SID);
            Path recordings = description.recordings();
            CallFolder kept = recordings == null ? null : CallFolder.keptIn(recordings, SidetoneVersion.TEXT);
            CallPlan plan = rig.plan(description);
            List<Finding> accepted =
                    description.probeSignature() ? SignatureProbes.send(plan, description.server()) : List.of();
            RigCall call = rig.call(plan, caller, kept == null ? Spool.NONE : kept, facts);
            accepted.forEach(call::found);
            return new HeadlessCall(description, rig, call);
        } catch (WrongSetting | CannotRun | RuntimeException e) {
            rig.close();
            throw e;
        }
    }

    /** Waits for the end of the call, which comes early when the process is interrupted. */
    public Outcome await() throws CannotRun {
        CallOutcome outcome = call.await();
        return new Outcome(call.close(), outcome.reached());
    }

    /**
     * Keeps the REST API for a while after the call, for a server that may still ask it: for {@code time} where somebody said how long, else
     * for half a minute if the server asked it in the call or was pointed at its port, else not at all. Ends early when the process is
     * interrupted. After {@link #await}.
     *
     * @param notes takes the line that says what is waited for
     */
    public void linger(@Nullable Duration time, Consumer<String> notes) {
        boolean wanted = description.server().to() != null && (description.restPort() != 0 || rig.restWasAsked());
        Duration waiting = time != null ? time : wanted ? USUAL_LINGER : Duration.ZERO;
        if (!waiting.isZero()) {
            notes.accept("Twilio's REST API stays at " + rig.restUrl() + " for " + waiting.toMillis() / 1000.0
                    + " s more, for what the server still asks (Ctrl-C ends it; --linger 0s leaves it out)");
            guard.awaitInterrupt(waiting);
        }
    }

    @Override
    public void close() {
        guard.close();
        rig.close();
    }
}
