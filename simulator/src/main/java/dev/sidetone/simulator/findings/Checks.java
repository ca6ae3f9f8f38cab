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
                new ToolCheck(),
                new NotMeasurable(),
                new SilentAgent());
    }
}
