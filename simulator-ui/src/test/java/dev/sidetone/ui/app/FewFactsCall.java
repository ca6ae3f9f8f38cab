package dev.sidetone.ui.app;

import dev.sidetone.simulator.report.EventLine;
import dev.sidetone.simulator.report.EventLog;
import dev.sidetone.simulator.report.WatchedCall;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.timeline.Wire;
import dev.sidetone.simulator.timeline.WordLog;
import dev.sidetone.simulator.wire.WireLog;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A call of a few facts in manual time, for panes that show one: words, messages on both wires, and two findings. On one thread. */
final class FewFactsCall implements WatchedCall {
    private static final long MS = 1_000_000;

    private final CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE);
    private final Queue<EventLine> events = new ConcurrentLinkedQueue<>();
    private final WireLog wire = new WireLog();
    private final WordLog words = new WordLog();
    private final CallResult result;

    FewFactsCall() {
        timeline.listen(new EventLog(events::add));
        timeline.listen(wire);
        timeline.listen(words);
        timeline.add(new Fact.CallPlaced(
                -2, "CA1", "+15550100", "+15550199", "http://127.0.0.1/voice", Instant.EPOCH, true));
        timeline.add(new Fact.CallAnswered(-1));
        message(0, Wire.TWILIO, true, 0, "{\"event\":\"start\",\"streamSid\":\"MZ1\"}");
        timeline.add(new Fact.StreamStarted(0, "MZ1"));
        for (int i = 0; i < 48; i++) {
            timeline.add(new Fact.FrameWritten(20L * i * MS, i, 0));
        }
        message(400, Wire.TWILIO, false, 1, "{\"event\":\"mark\",\"stream_sid\":\"x\"}");
        found(400, "31951", Severity.WARNING, 1L);
        timeline.add(new Fact.CallerStarted(1_000 * MS, 1_000 * MS));
        timeline.add(new Fact.CallerEnded(2_200 * MS, 2_200 * MS));
        message(2_700, Wire.AGENT, false, 0, "{\"type\":\"input_audio_buffer.speech_stopped\"}");
        timeline.add(
                new Fact.Transcribed(2_750 * MS, "caller", "What are your opening hours on public holidays, please?"));
        timeline.add(new Fact.Transcribed(2_900 * MS, "agent", "We are open from nine until six."));
        found(4_000, "late-answer", Severity.ERROR, null);
        timeline.add(new Fact.CallEnded(9_000 * MS, EndedBy.CALLER, "hung up"));
        result = timeline.close(9_000 * MS);
    }

    private void message(long atMs, Wire on, boolean toAgent, long number, String text) {
        timeline.add(new Fact.MessagePassed(atMs * MS, atMs * MS, on, toAgent, number, 1, 0, text));
    }

    private void found(long atMs, String code, Severity severity, @Nullable Long frame) {
        timeline.add(new Fact.Found(
                atMs * MS,
                code,
                severity,
                "Something is wrong here, which is said in a sentence that needs more than one line in a narrow window.",
                "Do something about it, and look at it again.",
                frame,
                false));
    }

    @Override
    public CallTimeline timeline() {
        return timeline;
    }

    @Override
    public CallResult result() {
        return result;
    }

    @Override
    public boolean isOver() {
        return true;
    }

    @Override
    public @Nullable EventLine nextEventLine() {
        return events.poll();
    }

    @Override
    public WireLog wire() {
        return wire;
    }

    @Override
    public WordLog words() {
        return words;
    }

    @Override
    public @Nullable Double elapsedMs() {
        return result.call().durationMs();
    }
}
