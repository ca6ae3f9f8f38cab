package dev.sidetone.simulator.scenario;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.Handset;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.voice.Speech;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A call in manual time between a caller and an agent that greets, answers 650 ms after it was spoken to and 170 ms after a key, and falls silent
 * 60 ms after it is spoken over.
 */
final class TalkLoop implements Handset {
    private static final long ZERO_NS = 5_000_000_000L;
    private static final int MOST_TICKS = 120_000 / LineFrame.MS;
    private static final List<Integer> ANSWERS_MS = List.of(1_800, 6_000, 2_100, 1_500);

    private final CallTimeline timeline;
    private byte[] sent = new byte[0];
    private int answers;
    private int messages;
    private boolean owesAnswer;
    private int spokenMs;
    private int quietMs;
    private int untilAnswerMs = 160;
    private String words = "Hello, this is the agent.";
    private int lengthMs = 1_400;
    private boolean hungUp;
    private long nowNs = ZERO_NS;

    private TalkLoop(CallTimeline timeline) {
        this.timeline = timeline;
    }

    /** Plays the call to its end; its facts go to {@code listener} too. */
    static CallResult play(Caller caller, Spool spool, Consumer<Fact> listener) {
        CallTimeline timeline = new CallTimeline("0.1.0", spool);
        timeline.listen(listener);
        return new TalkLoop(timeline).play(caller);
    }

    private CallResult play(Caller caller) {
        timeline.add(new Fact.CallPlaced(
                ZERO_NS - 20_000_000L,
                "CA00000000000000000000000000000001",
                "+15550100",
                "+15550199",
                "http://127.0.0.1:8080/voice",
                Instant.parse("2026-01-31T12:00:00Z"),
                true));
        timeline.add(new Fact.CallAnswered(ZERO_NS - 10_000_000L));
        timeline.add(new Fact.StreamStarted(ZERO_NS, "MZ00000000000000000000000000000001"));
        timeline.add(new Fact.AgentReady(ZERO_NS + 1, "practice"));
        caller.answered(this);
        caller.streamStarted();
        for (int tick = 0; tick < MOST_TICKS && !hungUp; tick++) {
            nowNs = ZERO_NS + (tick + 1) * LineFrame.NS;
            tick(caller, tick);
            timeline.pump(nowNs);
        }
        caller.hungUp();
        timeline.add(new Fact.StreamEnded(nowNs, null, "stopped"));
        timeline.add(new Fact.CallEnded(nowNs, EndedBy.CALLER, "the caller hung up"));
        return timeline.close(nowNs);
    }

    private void tick(Caller caller, int tick) {
        think();
        int bytes = Math.min(LineFrame.BYTES, sent.length);
        byte[] codes = new byte[LineFrame.BYTES];
        Arrays.fill(codes, Mulaw.SILENCE);
        System.arraycopy(sent, 0, codes, 0, bytes);
        sent = Arrays.copyOfRange(sent, bytes, sent.length);
        LineFrame heard = LineFrame.of(codes);
        caller.ear(heard);
        LineFrame said = caller.mouth();
        listen(said);
        Fact.Tick fact = new Fact.Tick(
                nowNs, tick, 0, said.dbm0(0), said.dbm0(1), heard.dbm0(0), heard.dbm0(1), bytes, sent.length);
        timeline.tick(fact, said, heard);
        timeline.add(new Fact.FrameWritten(nowNs, tick, 0));
    }

    private void think() {
        untilAnswerMs -= LineFrame.MS;
        if (untilAnswerMs == 0) {
            sent = Speech.tone(lengthMs).mulaw();
            timeline.media(new Fact.MediaArrived(nowNs, ++messages, sent.length), sent);
            timeline.add(new Fact.Transcribed(nowNs, "agent", words));
        }
    }

    private void listen(LineFrame said) {
        boolean voiced = said.dbm0(0) > -45 || said.dbm0(1) > -45;
        spokenMs = voiced ? spokenMs + LineFrame.MS : quietMs < 200 ? spokenMs : 0;
        owesAnswer |= spokenMs >= 60;
        quietMs = voiced ? 0 : quietMs + LineFrame.MS;
        if (voiced && spokenMs >= 60 && sent.length > 0) {
            timeline.add(new Fact.ClearArrived(nowNs, ++messages, sent.length, 0));
            timeline.add(new Fact.AgentCutAnswer(nowNs));
            sent = new byte[0];
        }
        if (owesAnswer && quietMs == 500) {
            owesAnswer = false;
            answersIn(160, "This is answer " + ++answers + ".", ANSWERS_MS.get((answers - 1) % ANSWERS_MS.size()));
        }
    }

    private void answersIn(int ms, String text, int length) {
        untilAnswerMs = ms;
        words = text;
        lengthMs = length;
    }

    @Override
    public void press(char digit) {
        timeline.add(new Fact.KeyPressed(nowNs, digit));
        answersIn(160, "You pressed " + digit + ".", 1_000);
    }

    @Override
    public void hangUp() {
        hungUp = true;
    }

    @Override
    public void speechStarts(int sample) {
        timeline.add(new Fact.CallerStarted(nowNs, nowNs - LineFrame.NS + sample * LineFrame.SAMPLE_NS));
    }

    @Override
    public void speechEnds(int sample) {
        timeline.add(new Fact.CallerEnded(nowNs, nowNs - LineFrame.NS + sample * LineFrame.SAMPLE_NS));
    }

    @Override
    public void saidAll() {
        timeline.add(new Fact.CallerSaidAll(nowNs));
    }

    @Override
    public void stepBegins(int number, String text) {
        timeline.add(new Fact.StepBegan(nowNs, number, text));
    }

    @Override
    public void note(String text) {
        timeline.add(new Fact.Noted(nowNs, text));
    }
}
