package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.CallFold;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.TimelineObserver;
import java.util.List;
import java.util.function.Consumer;

/** What one call is checked for. Made anew for each call: checks keep what they have seen. */
public final class Checks implements TimelineObserver.Factory {
    private final List<Check> checks;

    Checks(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    @Override
    public TimelineObserver observe(CallFold fold, Consumer<Fact> facts) {
        return new RunningChecks(checks, fold, facts);
    }

    /** The checks of one call, made anew, which know Sidetone's own voices. */
    public static Checks forOneCall() {
        return forOneCall(KnownSounds.voices());
    }

    /**
     * The same for an agent who may say other things that are known.
     *
     * @param known every sound that tells its rate
     */
    public static Checks forOneCall(KnownSounds known) {
        return new Checks(List.of(
                new SlowWebhook(),
                new StreamNeverCame(),
                new OneWay(),
                new LateGreeting(),
                new LateAnswer(),
                new SlowRelay(),
                new NoClear(),
                new AudioAfterClear(),
                new WrongEncoding(),
                new WrongRate(known),
                new Choppy(),
                new Burst(),
                new ServerStalled(),
                new ServerClosedEarly(),
                new EchoCheck(),
                new ToolCheck(),
                new NotMeasurable(),
                new SilentAgent()));
    }

    /**
     * What a call that is measured at the bridge is checked for: what the bridge itself sees. What is judged by Twilio's end of the line (a
     * slow webhook, a stream that never came, a server that reads no more) or by a playout that is only worked out (holes in a word)
     * stays untold.
     */
    public static Checks forLiveCall() {
        return new Checks(List.of(
                new LateGreeting(),
                new LateAtBridge(),
                new SlowRelay(),
                new NoClear(),
                new AudioAfterClear(),
                new WrongEncoding(),
                new WrongRate(KnownSounds.voices()),
                new Burst(),
                new Suspected(new EchoCheck()),
                new ToolCheck(),
                new NotMeasurable(),
                new SilentAgent()));
    }
}
