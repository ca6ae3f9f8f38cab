package dev.sidetone.simulator.report;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes the turns of a call as CSV by RFC 4180 for spreadsheets: one row a turn, the columns named as the keys of the result, then the words. What
 * is unknown is empty. Stateless.
 */
public final class TurnsCsv {
    private static final String END = "\r\n";
    private static final List<String> COLUMNS = List.of(
            "turn",
            "callerStartAtMs",
            "callerEndAtMs",
            "firstMediaAtMs",
            "firstAudibleAtMs",
            "ttfaMs",
            "answerMs",
            "judged",
            "early",
            "overlapped",
            "interrupted",
            "endpointingMs",
            "agentMs",
            "bridgeMs",
            "lineMs",
            "playoutMs",
            "leadingSilenceMs",
            "promptMs",
            "firstTokenMs",
            "voiceMs",
            "callerWords",
            "agentWords");

    private TurnsCsv() {}

    /** The whole file. */
    public static String of(CallResult result, List<CallTrace.Said> said) {
        TurnWords words = TurnWords.of(result.turns(), said);
        StringBuilder csv = new StringBuilder(String.join(",", COLUMNS)).append(END);
        for (int i = 0; i < result.turns().size(); i++) {
            List<String> row = new ArrayList<>(figures(result.turns().get(i)));
            row.addAll(relay(result.turns().get(i).parts()));
            row.add(quoted(words.text(i, true)));
            row.add(quoted(words.text(i, false)));
            csv.append(String.join(",", row)).append(END);
        }
        return csv.toString();
    }

    private static List<String> figures(Turn turn) {
        CallResult.Parts parts = turn.parts();
        return List.of(
                String.valueOf(turn.turn()),
                ms(turn.callerStartAtMs()),
                ms(turn.callerEndAtMs()),
                ms(turn.firstMediaAtMs()),
                ms(turn.firstAudibleAtMs()),
                ms(turn.ttfaMs()),
                ms(turn.answerMs()),
                String.valueOf(turn.judged()),
                String.valueOf(turn.early()),
                String.valueOf(turn.overlapped()),
                String.valueOf(turn.interrupted()),
                ms(parts.endpointingMs()),
                ms(parts.agentMs()),
                ms(parts.bridgeMs()),
                ms(parts.lineMs()),
                ms(parts.playoutMs()),
                ms(parts.leadingSilenceMs()));
    }

    private static List<String> relay(CallResult.Parts parts) {
        return List.of(ms(parts.promptMs()), ms(parts.firstTokenMs()), ms(parts.voiceMs()));
    }

    private static String ms(@Nullable Double ms) {
        return ms == null ? "" : String.format(Locale.ROOT, "%.3f", ms);
    }

    /** A spreadsheet carries out a text that begins like a formula, and others wrote this one: an apostrophe in front keeps it a text. */
    private static String quoted(String foreign) {
        String text = ForeignText.line(foreign);
        if (text.isEmpty()) {
            return "";
        }
        String harmless = "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
