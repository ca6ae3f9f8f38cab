package dev.sidetone.ui.details;

import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Parts;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.Thresholds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words for a turn and for a barge-in: their numbers and what they mean. Stateless. */
final class TurnDetails {
    private TurnDetails() {}

    /** @param words what the caller said, or empty */
    static PartDetails of(Turn turn, String words, CallResult call) {
        List<String> lines = new ArrayList<>();
        if (!words.isEmpty()) {
            lines.add("“" + words + "”");
        }
        lines.add("Caller " + Figures.clock(turn.callerStartAtMs()) + " – " + Figures.clock(turn.callerEndAtMs()));
        if (turn.firstAudibleAtMs() != null) {
            lines.add(
                    "Answer " + (call.call().atBridge() ? "sent " : "heard ") + Figures.clock(turn.firstAudibleAtMs()));
        }
        if (turn.ttfaMs() != null) {
            lines.add("TTFA " + Figures.ms(turn.ttfaMs()) + (turn.judged() ? "" : ", not judged"));
        } else if (!turn.early() && !turn.overlapped()) {
            lines.add("No answer was heard.");
        }
        parts(lines, turn.parts());
        if (turn.beginsWithFiller()) {
            lines.add("The tool’s result came after " + Figures.ms(turn.answerMs())
                    + "; what was heard before filled the time");
        }
        reasons(lines, turn);
        for (BargeIn bargeIn : call.bargeIns()) {
            if (bargeIn.onsetAtMs() >= turn.callerStartAtMs() && bargeIn.onsetAtMs() <= turn.callerEndAtMs()) {
                lines.add("This turn interrupts the agent:");
                interruption(lines, bargeIn);
            }
        }
        return new PartDetails("Turn " + turn.turn(), lines);
    }

    private static void parts(List<String> lines, Parts parts) {
        add(lines, "until the agent noticed the end", parts.endpointingMs());
        add(lines, "agent, until its first audio", parts.agentMs());
        add(lines, "bridge", parts.bridgeMs());
        add(lines, "line", parts.lineMs());
        add(lines, "until Twilio sent the words", parts.promptMs());
        add(lines, "server, until its first text", parts.firstTokenMs());
        add(lines, "until Twilio spoke it", parts.voiceMs());
        add(lines, "wait for the next 20 ms tick", parts.playoutMs());
        add(lines, "quiet start of the answer", parts.leadingSilenceMs());
    }

    private static void add(List<String> lines, String what, @Nullable Double ms) {
        if (ms != null) {
            lines.add("· " + Figures.ms(ms) + " " + what);
        }
    }

    private static void reasons(List<String> lines, Turn turn) {
        if (!turn.judged()) {
            lines.add("Not judged and counted nowhere: this machine was more than " + Thresholds.LATE_AT_EAR_MS
                    + " ms late on the way, so the time says more of it than of the agent.");
        }
        if (turn.early()) {
            lines.add("The agent began before the caller had finished, so there is no time to first audio.");
        }
        if (turn.overlapped()) {
            lines.add("The old answer ran on past the caller’s end, so there is no time to first audio.");
        }
    }

    static PartDetails of(BargeIn bargeIn) {
        List<String> lines = new ArrayList<>();
        lines.add("Onset " + Figures.clock(bargeIn.onsetAtMs()));
        interruption(lines, bargeIn);
        return new PartDetails("Barge-in", lines);
    }

    private static void interruption(List<String> lines, BargeIn bargeIn) {
        lines.add("onset → clear " + Figures.ms(bargeIn.clearMs()) + " → silent " + Figures.ms(bargeIn.silenceMs()));
        if (bargeIn.discardedMs() != null) {
            lines.add(Figures.wholeMs(bargeIn.discardedMs()) + " discarded by the clear");
        }
        if (Boolean.FALSE.equals(bargeIn.yielded())) {
            lines.add("The agent did not give way within " + Thresholds.YIELD_MS + " ms.");
        } else if (bargeIn.yielded() == null) {
            lines.add("Too near the answer’s end to tell whether the agent gave way.");
        }
    }
}
