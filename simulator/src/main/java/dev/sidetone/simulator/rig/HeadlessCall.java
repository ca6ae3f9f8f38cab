package dev.sidetone.simulator.rig;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.fault.LineFaults;
import dev.sidetone.simulator.recording.CallFolder;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.twilio.CallOutcome;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.rest.RestFault;
import dev.sidetone.simulator.twilio.rest.RestSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One call without a window, from its plan to its numbers.
 *
 * @param server which server is called
 * @param authToken what signs, or null for the token that the embedded bridge shares
 * @param duration when the caller hangs up at the latest, or null
 * @param record where the recording is kept, or null
 * @param seed makes identifiers and faults repeatable, or null
 * @param faults what goes wrong on the line on purpose
 * @param lenient whether the server's messages are read more kindly than Twilio reads them
 * @param restPort where the REST API is served; 0 picks a free port
 * @param probeSignature whether the server is first asked what it should refuse
 */
public record HeadlessCall(
        ServerChoice server,
        String from,
        String number,
        Map<String, String> parameters,
        @Nullable String authToken,
        AgentChoice agent,
        CallerChoice caller,
        @Nullable Duration duration,
        @Nullable Path record,
        @Nullable Long seed,
        LineFaults faults,
        boolean lenient,
        int restPort,
        boolean probeSignature) {

    /** Puts a call's outcome where it belongs and answers the exit code. */
    @FunctionalInterface
    public interface Ending {
        int put(Outcome outcome) throws CannotRun;
    }

    /** How it came out. */
    public record Outcome(CallResult result, boolean reached, Optional<Path> recording) {}

    /**
     * Makes the call and waits for its end. Ctrl-C hangs up and keeps what there is.
     *
     * @param says is told what a person should know before the call
     * @param live hears every fact in order
     * @param done takes the outcome while Ctrl-C still waits for it
     */
    public int run(Consumer<String> says, Consumer<Fact> live, Ending done) throws WrongSetting, CannotRun {
        RecordFolder.check(record);
        Caller speaker = caller.open();
        String token = authToken == null ? CallPlan.TEST_AUTH_TOKEN : authToken;
        RestSetup rest = new RestSetup(restPort, CallPlan.TEST_ACCOUNT_SID, token, RestFault.in(faults));
        try (Rig rig = Rig.start(agent, agent.behaviour().script(), rest, server.trust())) {
            rig.warmUp();
            rig.answerOutbound(plan(rig, token), call -> caller.another());
            says.accept("Twilio's REST API at " + rig.restUrl() + ", account " + rest.accountSid());
            CallFolder folder = record == null
                    ? CallFolder.temporary(SidetoneVersion.TEXT)
                    : CallFolder.keptIn(record, SidetoneVersion.TEXT);
            CallPlan plan = plan(rig, token);
            List<Finding> let = probeSignature ? Probing.of(plan, server) : List.of();
            RigCall call = rig.call(plan, speaker, folder, live);
            let.forEach(call::found);
            try (HangUpOnExit guard = new HangUpOnExit(call)) {
                CallOutcome outcome = guard.await();
                CallResult result = call.close();
                Optional<Path> kept = Optional.ofNullable(record == null ? null : folder.path());
                return done.put(new Outcome(result, outcome.reached(), kept));
            }
        }
    }

    private CallPlan plan(Rig rig, String token) {
        CallPlan plan = server.plan(rig.webhook())
                .between(from, number)
                .with(parameters)
                .signedBy(CallPlan.TEST_ACCOUNT_SID, token)
                .suffering(faults)
                .leniently(lenient);
        CallPlan limited = duration == null ? plan : plan.lasting(duration);
        return seed == null ? limited : limited.seeded(seed);
    }

    /** Without the token, which is a secret. */
    @Override
    public String toString() {
        return "HeadlessCall[" + from + " calls " + number + " at "
                + (server.to() == null ? "the embedded bridge" : server.to()) + "]";
    }
}
