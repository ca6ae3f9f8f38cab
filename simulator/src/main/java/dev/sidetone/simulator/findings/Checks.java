package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.Check;
import java.util.List;

/** Everything that a call is checked for. */
public final class Checks {
    private Checks() {}

    /** The checks of one call, made anew, which know Sidetone's own voices. */
    public static List<Check> forOneCall() {
        return forOneCall(KnownSounds.voices());
    }

    /**
     * The same for an agent who may say other things that are known.
     *
     * @param known every sound that tells its rate
     */
    public static List<Check> forOneCall(KnownSounds known) {
        return List.of(
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
                new SilentAgent());
    }

    /**
     * What a call that is measured at the bridge is checked for: what the bridge itself sees. What is judged by Twilio's end of the line (a
     * slow webhook, a stream that never came, a server that reads no more) or by a playout that is only worked out (holes in a word)
     * stays untold.
     */
    public static List<Check> forLiveCall() {
        return List.of(
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
                new SilentAgent());
    }
}
