package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.Check;
import java.util.List;

/** Everything that a call is checked for. */
public final class Checks {
    private Checks() {}

    /** The checks of one call, made anew. */
    public static List<Check> forOneCall() {
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
                new WrongRate(),
                new Choppy(),
                new Burst(),
                new ServerStalled(),
                new ServerClosedEarly(),
                new EchoCheck(),
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
                new WrongRate(),
                new Burst(),
                new Suspected(new EchoCheck()),
                new SilentAgent());
    }
}
