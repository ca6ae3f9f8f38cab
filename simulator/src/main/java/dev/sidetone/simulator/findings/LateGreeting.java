package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.CallResult.Greeting;
import dev.sidetone.simulator.timeline.Check;
import dev.sidetone.simulator.timeline.Finding;
import dev.sidetone.simulator.timeline.Severity;
import java.util.function.Consumer;

/** A greeting that is heard later than a second after the stream began. */
final class LateGreeting implements Check {
    private static final double LATE_MS = 1_000;

    @Override
    public void greeted(Greeting greeting, Consumer<Finding> found) {
        Double atMs = greeting.firstAudibleAtMs();
        if (atMs != null && atMs > LATE_MS) {
            found.accept(new Finding(
                    "late-greeting",
                    Severity.WARNING,
                    "The caller heard nothing for the first " + Math.round(atMs) + " ms of the stream.",
                    "Connect to the agent as soon as Twilio connects, and ask for the greeting when it is ready.",
                    null));
        }
    }
}
