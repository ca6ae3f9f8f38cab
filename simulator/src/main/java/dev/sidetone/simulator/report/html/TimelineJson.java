package dev.sidetone.simulator.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.report.CallTrace;
import dev.sidetone.simulator.report.EventLine;
import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.simulator.report.TurnPart;
import dev.sidetone.simulator.report.TurnTable;
import dev.sidetone.simulator.report.TurnWords;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call along its time, for a page: turns with their words, barge-ins, keys, clears, marks, queue and events. Stateless. */
final class TimelineJson {
    private static final int BYTES_PER_MS = LineFrame.RATE_HZ / 1000;

    /** No call is longer, whatever a result says. */
    private static final double MOST_MS = 48 * 3600e3;

    private TimelineJson() {}

    static void into(ObjectNode json, PageCall call, int playedMs) {
        CallResult result = call.result();
        CallTrace trace = call.trace();
        json.put("startMs", startMs(call)).put("endMs", endMs(call));
        json.put("length", Figures.clock(endMs(call)));
        sound(json, call.sound(), playedMs);
        turns(json, result, trace == null ? List.of() : trace.said());
        json.put(
                "summary",
                result.turns().isEmpty() ? "" : TurnTable.summary(result).strip());
        json.put(
                "legend",
                hasParts(result) ? TurnPart.legend(result.turns()).strip().replaceAll("\\n\\s*", " · ") : "");
        json.put("greetingMs", result.greeting().firstAudibleAtMs());
        bargeIns(json.putArray("bargeIns"), result);
        ArrayNode keys = json.putArray("keys");
        result.dtmf().forEach(key -> keys.addObject().put("digit", key.digit()).put("atMs", key.atMs()));
        if (trace != null) {
            traced(json, trace, !result.call().inRecording());
        }
    }

    private static double startMs(PageCall call) {
        PageSound sound = call.sound();
        Double answeredAtMs = call.result().call().answeredAtMs();
        double startMs = answeredAtMs == null ? 0 : Math.min(0, answeredAtMs);
        return sound == null ? startMs : Math.min(startMs, sound.startAtMs());
    }

    /** The latest of what is known: of a recording that was cut off nobody said when it ended. */
    private static double endMs(PageCall call) {
        CallResult result = call.result();
        PageSound sound = call.sound();
        CallTrace trace = call.trace();
        double endMs = sound == null ? 0 : sound.startAtMs() + sound.lengthMs();
        endMs = Math.max(endMs, trace == null ? 0 : trace.endMs());
        for (Turn turn : result.turns()) {
            endMs = Math.max(endMs, Math.max(turn.callerEndAtMs(), or0(turn.firstAudibleAtMs())));
        }
        Double durationMs = result.call().durationMs();
        double lastMs =
                durationMs == null ? endMs : durationMs + or0(result.call().answeredAtMs());
        return Math.min(MOST_MS, Math.max(endMs, lastMs));
    }

    private static double or0(@Nullable Double ms) {
        return ms == null ? 0 : ms;
    }

    private static void sound(ObjectNode json, @Nullable PageSound sound, int playedMs) {
        if (sound == null) {
            return;
        }
        json.putObject("sound")
                .put("startMs", sound.startAtMs())
                .put("stepMs", sound.stepMs())
                .put("playedMs", playedMs)
                .put(
                        "leftOut",
                        playedMs >= sound.lengthMs()
                                ? ""
                                : playedMs == 0
                                        ? "Its sound is left out: the page has as much as it may."
                                        : "Its sound is on the page up to "
                                                + Figures.clock(sound.startAtMs() + playedMs)
                                                + ": the page has as much as it may.");
    }

    private static boolean hasParts(CallResult result) {
        return result.turns().stream()
                .anyMatch(turn -> TurnPart.ALL.stream()
                                .filter(part -> part.of(turn) != null)
                                .count()
                        > 2);
    }

    private static void turns(ObjectNode json, CallResult result, List<CallTrace.Said> said) {
        TurnWords words = TurnWords.of(result.turns(), said);
        said(json.putArray("before"), words.before());
        ArrayNode turns = json.putArray("turns");
        for (int i = 0; i < result.turns().size(); i++) {
            Turn turn = result.turns().get(i);
            ObjectNode one = turns.addObject();
            Double ttfaMs = turn.ttfaMs();
            one.put("turn", turn.turn()).put("startMs", turn.callerStartAtMs()).put("endMs", turn.callerEndAtMs());
            one.put("heardMs", turn.firstAudibleAtMs()).put("judged", turn.judged());
            one.put("spoke", Figures.clock(turn.callerStartAtMs()) + " – " + Figures.clock(turn.callerEndAtMs()));
            one.put("ttfaMs", ttfaMs).put("ttfa", Figures.ms(ttfaMs));
            one.put("band", PageJson.word(ttfaMs == null ? null : QualityBand.ofTtfaMs(ttfaMs)));
            one.put("why", ttfaMs == null ? TurnTable.whyNot(turn) : "");
            one.put("answer", turn.answerMs() == null ? "" : Figures.ms(turn.answerMs()));
            parts(one.putArray("parts"), turn);
            said(one.putArray("said"), words.of(i));
        }
    }

    private static void parts(ArrayNode parts, Turn turn) {
        for (TurnPart part : TurnPart.ALL) {
            Double ms = part.of(turn);
            if (ms != null) {
                parts.addObject().put("name", part.word()).put("ms", ms).put("text", Figures.decimal(ms));
            }
        }
    }

    private static void said(ArrayNode to, List<CallTrace.Said> said) {
        said.forEach(words -> to.addObject()
                .put("who", words.speaker())
                .put("text", words.text())
                .put("atMs", words.atMs()));
    }

    private static void bargeIns(ArrayNode to, CallResult result) {
        for (BargeIn bargeIn : result.bargeIns()) {
            Double silenceMs = bargeIn.silenceMs();
            boolean talkedOn = Boolean.FALSE.equals(bargeIn.yielded());
            QualityBand band = silenceMs == null ? null : QualityBand.ofSilenceMs(silenceMs);
            to.addObject()
                    .put("atMs", bargeIn.onsetAtMs())
                    .put("silenceMs", silenceMs)
                    .put(
                            "text",
                            silenceMs == null ? (talkedOn ? "talked on" : "") : "silent " + Figures.wholeMs(silenceMs))
                    .put("band", PageJson.word(talkedOn ? QualityBand.RED : band));
        }
    }

    private static void traced(ObjectNode json, CallTrace trace, boolean lined) {
        ArrayNode clears = json.putArray("clears");
        for (Fact.ClearArrived clear : trace.clears()) {
            double discardedMs = (double) clear.discardedBytes() / BYTES_PER_MS;
            clears.addObject()
                    .put("atMs", trace.atMs(clear.atNs()))
                    .put("discardedMs", discardedMs)
                    .put("text", "clear, " + Figures.wholeMs(discardedMs) + " discarded");
        }
        ArrayNode marks = json.putArray("marks");
        for (Fact.MarkEchoed mark : trace.marks()) {
            marks.addObject()
                    .put("atMs", trace.atMs(mark.atNs()))
                    .put("heard", mark.heard())
                    .put("name", ForeignText.line(mark.name()));
        }
        Double firstTickAtMs = trace.firstTickAtMs();
        if (lined && firstTickAtMs != null) {
            ObjectNode queue = json.putObject("queue");
            queue.put("startMs", firstTickAtMs).put("stepMs", trace.depth().ticksPerPoint() * LineFrame.MS);
            ArrayNode depths = queue.putArray("ms");
            trace.depth().points().forEach(bytes -> depths.add(bytes / BYTES_PER_MS));
        }
        json.put("isFull", trace.isFull());
        events(json.putArray("events"), trace.lines());
    }

    private static void events(ArrayNode to, List<EventLine> lines) {
        for (EventLine line : lines) {
            ObjectNode event = to.addObject().put("clock", line.clock()).put("who", line.who());
            event.put("atMs", line.atMs());
            ArrayNode spans = event.putArray("what");
            line.what()
                    .forEach(
                            span -> spans.addObject().put("text", span.text()).put("band", PageJson.word(span.band())));
        }
    }
}
