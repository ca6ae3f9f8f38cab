package dev.sidetone.simulator.report;

import static dev.sidetone.simulator.report.Figures.left;
import static dev.sidetone.simulator.report.Figures.right;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.LatencyDigest;
import dev.sidetone.simulator.timeline.Thresholds;
import java.util.List;
import java.util.stream.Collectors;

/** Formats the time to first audio of every turn, with the parts that are known. */
public final class TurnTable {
    private static final int TURN = 6;
    private static final int SPOKE = 19;
    private static final int TTFA = 13;
    private static final int PART = 9;

    private final List<Turn> turns;
    private final boolean atBridge;
    private final boolean recorded;
    private final TerminalColours paint;
    private final List<TurnPart> columns;

    /** @param call says where the times were measured */
    TurnTable(List<Turn> turns, CallResult.Call call, TerminalColours paint) {
        this.turns = turns;
        this.atBridge = call.atBridge();
        this.recorded = call.inRecording();
        this.paint = paint;
        this.columns = TurnPart.ALL.stream()
                .filter(column -> turns.stream().anyMatch(turn -> column.of(turn) != null))
                .toList();
    }

    void appendTo(StringBuilder text) {
        if (turns.isEmpty()) {
            text.append("  The caller said nothing" + (recorded ? "" : " while a stream was open")
                    + ", so there is nothing to time.\n");
            return;
        }
        text.append(paint.dim(head())).append('\n');
        for (Turn turn : turns) {
            text.append(row(turn)).append('\n');
            if (turn.answerMs() != null) {
                text.append(afterTool(turn, turn.answerMs())).append('\n');
            }
        }
        text.append(summary()).append('\n');
        if (columns.size() > 2) {
            text.append(paint.dim(TurnPart.legend(turns)));
        }
    }

    private String head() {
        String names =
                columns.stream().map(column -> right(column.word(), PART)).collect(Collectors.joining());
        String equals = columns.isEmpty() ? "" : "  =";
        return right("turn", TURN) + "  " + left("caller spoke", SPOKE) + right(atBridge ? "TTFA bridge" : "TTFA", TTFA)
                + equals + names;
    }

    private String row(Turn turn) {
        String spoke = Figures.clock(turn.callerStartAtMs()) + " – " + Figures.clock(turn.callerEndAtMs());
        return right(String.valueOf(turn.turn()), TURN) + "  " + left(spoke, SPOKE) + time(turn);
    }

    private String time(Turn turn) {
        Double ttfaMs = turn.ttfaMs();
        if (ttfaMs == null) {
            return right(Figures.UNKNOWN, TTFA) + "   " + whyNot(turn);
        }
        String shown = paint.in(QualityBand.ofTtfaMs(ttfaMs), right(Figures.ms(ttfaMs), TTFA));
        return shown + parts(turn) + (turn.judged() ? "" : "  *");
    }

    private String afterTool(Turn turn, double answerMs) {
        String what = turn.beginsWithFiller() ? "answer after filler" : "with tool's result";
        String label = right("", TURN) + "  " + left(what, SPOKE);
        return label + paint.in(QualityBand.ofTtfaMs(answerMs), right(Figures.ms(answerMs), TTFA));
    }

    private String parts(Turn turn) {
        String values = columns.stream()
                .map(column -> right(Figures.decimal(column.of(turn)), PART))
                .collect(Collectors.joining());
        return columns.isEmpty() ? "" : "   " + values;
    }

    /** Why a turn has no time to first audio. */
    public static String whyNot(Turn turn) {
        if (turn.early()) {
            return "early: the agent began before the caller had finished";
        }
        return turn.overlapped() ? "overlapped: the old answer ran on" : "no answer";
    }

    /** The percentiles of the turns of {@code call}, and why some are not counted. */
    public static String summary(CallResult call) {
        return new TurnTable(call.turns(), call.call(), new TerminalColours(false)).summary();
    }

    /** Counts only what was measured well: a turn that is not judged is shown and nothing else. */
    private String summary() {
        LatencyDigest digest = new LatencyDigest();
        for (Turn turn : turns) {
            if (turn.judged() && turn.ttfaMs() != null) {
                digest.recordMs(turn.ttfaMs());
            }
        }
        StringBuilder text = new StringBuilder(atBridge ? "  bridge p50 " : "  p50 ");
        text.append(Figures.wholeMs(digest.p50Ms())).append(" · p95 ");
        text.append(
                digest.p95Ms() == null ? "withheld below " + LatencyDigest.ENOUGH : Figures.wholeMs(digest.p95Ms()));
        text.append(" · n=").append(digest.count());
        if (turns.stream().anyMatch(turn -> !turn.judged())) {
            text.append("\n  * not judged, not counted: ").append(whyNotJudged());
        }
        String over = turns.stream()
                .filter(Turn::interrupted)
                .map(turn -> String.valueOf(turn.turn()))
                .collect(Collectors.joining(", "));
        return over.isEmpty()
                ? text.toString()
                : text.append("\n  the caller spoke over the answer to turn ")
                        .append(over)
                        .toString();
    }

    private String whyNotJudged() {
        if (recorded) {
            return "both channels carry the same sound";
        }
        return atBridge
                ? "Twilio's stream stood still for more than " + Thresholds.LATE_AT_BRIDGE_MS + " ms on the way"
                : "this machine was more than " + Thresholds.LATE_AT_EAR_MS + " ms late on the way";
    }
}
