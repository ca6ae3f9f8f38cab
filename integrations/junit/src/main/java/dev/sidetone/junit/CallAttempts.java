package dev.sidetone.junit;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.rig.CallDescription;
import dev.sidetone.simulator.rig.Rig;
import dev.sidetone.simulator.rig.RigCall;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.twilio.CallOutcome;
import java.util.function.Supplier;

/** Makes a call on a rig of its own, and anew while this machine was too busy to measure it. Stateless but for the process's warm-up. */
final class CallAttempts {
    private static final Object WARMING = new Object();
    private static boolean warm;

    private CallAttempts() {}

    /** One attempt of a call. */
    interface Attempt {
        FinishedCall make() throws WrongSetting, CannotRun;
    }

    /**
     * Makes the call and waits for its end.
     *
     * @param recordings gives each attempt its place
     * @throws CallNotMade if nobody answers at the webhook, or a setting is wrong
     */
    static FinishedCall make(CallSetup setup, OpenedCaller caller, Supplier<Spool> recordings) {
        try {
            CallDescription description = setup.description();
            return reliable(setup.attempts(), () -> attempt(description, caller.open(), recordings.get()));
        } catch (WrongSetting | CannotRun e) {
            throw new CallNotMade(e);
        }
    }

    /** The first of {@code most} attempts that this machine could measure, else the last. */
    static FinishedCall reliable(int most, Attempt attempt) throws WrongSetting, CannotRun {
        FinishedCall call = attempt.make();
        for (int more = most - 1; more > 0 && !call.isReliable(); more--) {
            call = attempt.make();
        }
        return call;
    }

    private static FinishedCall attempt(CallDescription description, Caller caller, Spool recording)
            throws WrongSetting, CannotRun {
        try (Rig rig = Rig.start(description)) {
            warmUp(rig);
            CallStory story = new CallStory(description.server().to() == null);
            RigCall call = rig.call(rig.plan(description), caller, recording, story);
            CallOutcome outcome = call.await();
            CallResult result = call.close();
            if (!outcome.reached()) {
                throw new CallNotMade(whyNot(result));
            }
            return new FinishedCall(result, story);
        }
    }

    /** Once a process, before the first call: the first milliseconds of its turns would be Java's own, which compiles as it goes. */
    private static void warmUp(Rig rig) throws CannotRun {
        synchronized (WARMING) {
            if (!warm) {
                rig.warmUp();
                warm = true;
            }
        }
    }

    private static String whyNot(CallResult result) {
        return result.findings().stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .findFirst()
                .map(found -> found.what() + " " + found.cure())
                .orElse("the server was not asked: the call was over before");
    }
}
