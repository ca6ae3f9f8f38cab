package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Check;
import dev.sidetone.simulator.timeline.Finding;
import dev.sidetone.simulator.timeline.Severity;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whether a call went by in which the agent had every chance and was never heard: a server that is of no use must not pass. */
final class SilentAgent implements Check {
    private static final double FAIR_CHANCE_MS = 3_000;

    /** Says nothing where an error explains the silence already. */
    @Override
    public void judge(CallResult call, @Nullable Double endedAtMs, Consumer<Finding> found) {
        if (endedAtMs == null) {
            return;
        }
        boolean heard = call.greeting().firstAudibleAtMs() != null
                || call.turns().stream().anyMatch(turn -> turn.firstAudibleAtMs() != null || turn.overlapped());
        boolean hadItsChance =
                call.turns().stream().anyMatch(turn -> turn.callerEndAtMs() + FAIR_CHANCE_MS <= endedAtMs);
        boolean explained =
                call.findings().stream().anyMatch(finding -> finding.severity().equals(Severity.ERROR.word()));
        if (heard || explained || !hadItsChance) {
            return;
        }
        found.accept(new Finding(
                "silent-agent",
                Severity.ERROR,
                "The caller spoke " + call.turns().size() + " times and the agent was never heard.",
                "Look into the server's log; its media messages need the stream's own streamSid and audible mu-law at 8 kHz.",
                null));
    }
}
