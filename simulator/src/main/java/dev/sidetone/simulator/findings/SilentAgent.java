package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.Severity;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds an agent that had every chance and was not heard, or that greeted and then answered nothing: a server that is of no use must not
 * pass. An agent that puts the caller through has answered.
 */
final class SilentAgent implements Check {
    private static final double FAIR_CHANCE_MS = 3_000;

    /** One turn may have been no question. */
    private static final int MANY = 2;

    /** Reports nothing where an error explains the silence already. */
    @Override
    public void judge(CallResult call, @Nullable Double endedAtMs, Consumer<Finding> found) {
        boolean explained = call.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        boolean answered = call.turns().stream().anyMatch(SilentAgent::isAnswered);
        if (endedAtMs == null || explained || answered) {
            return;
        }
        if (call.greeting().firstAudibleAtMs() == null) {
            neverHeard(call, endedAtMs, found);
        } else if (call.transfer() == null && !wasCutShort(call)) {
            neverAnswers(chances(call.turns(), endedAtMs), found);
        }
    }

    /** A caller who is left alone on the line has a finding already. */
    private static boolean wasCutShort(CallResult call) {
        return call.findings().stream().anyMatch(finding -> finding.code().equals("server-closed-early"));
    }

    private static boolean isAnswered(Turn turn) {
        return turn.firstAudibleAtMs() != null || turn.overlapped() || turn.early();
    }

    private static void neverHeard(CallResult call, double endedAtMs, Consumer<Finding> found) {
        if (call.turns().stream().noneMatch(turn -> turn.callerEndAtMs() + FAIR_CHANCE_MS <= endedAtMs)) {
            return;
        }
        found.accept(StreamCode.SILENT_AGENT.found(
                "The caller spoke " + call.turns().size() + " times and the agent was never heard."));
    }

    private static void neverAnswers(int chances, Consumer<Finding> found) {
        if (chances == 0) {
            return;
        }
        found.accept(
                StreamCode.SILENT_AGENT.found(
                        chances >= MANY ? Severity.ERROR : Severity.WARNING,
                        "The agent greeted and then answered nothing: " + chances
                                + (chances == 1 ? " turn was" : " turns were")
                                + " followed by 3 s and more of silence.",
                        "See whether the caller's audio reaches the agent, whether it hears the turn's end, and whether a tool keeps it waiting."));
    }

    /** The number of turns that the agent had a fair time to answer, before the caller spoke again or was gone. */
    private static int chances(List<Turn> turns, double endedAtMs) {
        int chances = 0;
        for (int i = 0; i < turns.size(); i++) {
            double untilMs = i + 1 < turns.size() ? turns.get(i + 1).callerStartAtMs() : endedAtMs;
            if (turns.get(i).callerEndAtMs() + FAIR_CHANCE_MS <= untilMs) {
                chances++;
            }
        }
        return chances;
    }
}
