package dev.sidetone.ui.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Spool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds the timeline of a scripted call tick by tick in manual time, for pictures of it. Times are ms from the start, in whole ticks. */
final class ScriptedTimeline {
    private static final long ZERO_NS = 5_000_000_000_000L;
    private static final LineFrame VOICE = voice();

    private record Stretch(double fromMs, double untilMs) {
        boolean holds(double ms) {
            return fromMs <= ms && ms < untilMs;
        }
    }

    private final CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE);
    private final List<Stretch> said = new ArrayList<>();
    private final List<Stretch> heard = new ArrayList<>();
    private final List<Double> endings = new ArrayList<>();
    private long tick;

    private final double startMs;

    /** A call that is answered as its stream begins. */
    ScriptedTimeline() {
        this(0);
    }

    /** A call that is answered so long before its stream begins. */
    ScriptedTimeline(double beforeMs) {
        startMs = -beforeMs;
        tick = 1 - Math.round(beforeMs / LineFrame.MS);
        timeline.add(new Fact.CallPlaced(
                ns(startMs) - 1, "CA1", "+15550100", "+15550199", "http://127.0.0.1/voice", Instant.EPOCH, true));
        timeline.add(new Fact.CallAnswered(ns(startMs)));
        timeline.add(new Fact.StreamStarted(ZERO_NS, "MZ1"));
    }

    /** The beginning of the picture. */
    double startMs() {
        return startMs;
    }

    CallTimeline timeline() {
        return timeline;
    }

    ScriptedTimeline callerSpeaks(double fromMs, double untilMs) {
        said.add(new Stretch(fromMs, untilMs));
        timeline.add(new Fact.CallerStarted(ns(fromMs), ns(fromMs)));
        timeline.add(new Fact.CallerEnded(ns(untilMs), ns(untilMs)));
        return this;
    }

    ScriptedTimeline agentSpeaks(double fromMs, double untilMs) {
        return agentSpeaks(fromMs, untilMs, untilMs);
    }

    /** The agent speaks from one moment on, is cleared at another, and would have gone on until a third. */
    ScriptedTimeline agentSpeaks(double fromMs, double clearedMs, double untilMs) {
        heard.add(new Stretch(fromMs, clearedMs));
        endings.add(untilMs);
        byte[] audio = new byte[(int) ((untilMs - fromMs) * 8)];
        timeline.media(new Fact.MediaArrived(ns(fromMs) - 1, 1, audio.length), audio);
        if (clearedMs < untilMs) {
            timeline.add(new Fact.ClearArrived(ns(clearedMs) - 1, 2, (int) ((untilMs - clearedMs) * 8), 0));
        }
        return this;
    }

    /** The transcript has words of {@code caller} or {@code agent}. */
    ScriptedTimeline says(String speaker, String text, double atMs) {
        timeline.add(new Fact.Transcribed(ns(atMs), speaker, text));
        return this;
    }

    /** The agent notices the end of speech and begins its answer, as the bridge sees it. */
    ScriptedTimeline answers(double heardEndMs, double beganMs) {
        timeline.add(new Fact.AgentHeardEnd(ns(heardEndMs)));
        timeline.add(new Fact.AnswerBegan(ns(beganMs), "answer"));
        timeline.add(new Fact.AnswerRelayed(ns(beganMs + 1), "answer"));
        return this;
    }

    ScriptedTimeline presses(char digit, double atMs) {
        timeline.add(new Fact.KeyPressed(ns(atMs), digit));
        return this;
    }

    ScriptedTimeline markGoesBack(String name, boolean heardOne, double atMs) {
        timeline.add(new Fact.MarkEchoed(ns(atMs), name, heardOne));
        return this;
    }

    /** The next ticks, so many, never come. */
    ScriptedTimeline givesUp(int ticks) {
        tick += ticks;
        return this;
    }

    /** Plays on until a moment, of which everything before is then known. */
    ScriptedTimeline until(double ms) {
        for (; tick * LineFrame.MS <= ms; tick++) {
            double atMs = tick * (double) LineFrame.MS;
            LineFrame saidFrame = frame(said, atMs - LineFrame.MS);
            LineFrame heardFrame = frame(heard, atMs);
            timeline.tick(fact(atMs, saidFrame, heardFrame), saidFrame, heardFrame);
        }
        timeline.pump(ns(ms) + CallTimeline.SORTED_MS * 1_000_000L);
        return this;
    }

    ScriptedTimeline hangsUpAt(double ms) {
        until(ms);
        timeline.add(new Fact.CallEnded(ns(ms), EndedBy.CALLER, "hung up"));
        timeline.close(ns(ms));
        return this;
    }

    private Fact.Tick fact(double atMs, LineFrame saidFrame, LineFrame heardFrame) {
        int heardBytes = heardFrame.equals(VOICE) ? LineFrame.BYTES : 0;
        return new Fact.Tick(
                ns(atMs),
                tick,
                0,
                saidFrame.dbm0(0),
                saidFrame.dbm0(1),
                heardFrame.dbm0(0),
                heardFrame.dbm0(1),
                heardBytes,
                queuedBytes(atMs));
    }

    /** What is left of the answer that is being heard. */
    private int queuedBytes(double atMs) {
        for (int i = 0; i < heard.size(); i++) {
            if (heard.get(i).holds(atMs)) {
                return (int) Math.max(0, (endings.get(i) - atMs) * 8 - LineFrame.BYTES);
            }
        }
        return 0;
    }

    private static LineFrame frame(List<Stretch> stretches, double ms) {
        return stretches.stream().anyMatch(stretch -> stretch.holds(ms)) ? VOICE : LineFrame.SILENCE;
    }

    private static LineFrame voice() {
        byte[] codes = new byte[LineFrame.BYTES];
        Arrays.fill(codes, Mulaw.encode((short) 8_000));
        for (int i = 0; i < codes.length; i += 2) {
            codes[i] = Mulaw.encode((short) -8_000);
        }
        return LineFrame.of(codes);
    }

    private static long ns(double ms) {
        return ZERO_NS + Math.round(ms * 1e6);
    }
}
