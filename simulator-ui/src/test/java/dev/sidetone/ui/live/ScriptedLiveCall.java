package dev.sidetone.ui.live;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.fixtures.Voice;
import dev.sidetone.fixtures.Voices;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.report.EventLine;
import dev.sidetone.simulator.report.EventLog;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.MeasuredAt;
import dev.sidetone.simulator.timeline.Spool;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A fake live call in manual time, with real voices on a real timeline. Times are in ms from its start. On one thread. */
public final class ScriptedLiveCall implements LiveCall {
    private static final long ZERO_NS = 5_000_000_000_000L;
    private static final int PER_MS = LineFrame.RATE_HZ / 1000;
    private static final int MOST_MS = 60_000;

    private final String callSid;
    private final String from;
    private final String to;
    private final boolean outbound;
    private final CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE);
    private final Queue<EventLine> told = new ConcurrentLinkedQueue<>();
    private final short[] said = new short[MOST_MS * PER_MS];
    private final short[] heard = new short[MOST_MS * PER_MS];
    private String status = "ringing";
    private @Nullable Cost cost;
    private @Nullable CallResult last;
    private long tick = 1;

    private ScriptedLiveCall(String callSid, String from, String to, boolean outbound) {
        this.callSid = callSid;
        this.from = from;
        this.to = to;
        this.outbound = outbound;
        timeline.listen(new EventLog(told::add));
    }

    /** Somebody calls; it rings. */
    public static ScriptedLiveCall inbound(String callSid, String from, String to) {
        return new ScriptedLiveCall(callSid, from, to, false);
    }

    /** Somebody is called; it rings. */
    public static ScriptedLiveCall outbound(String callSid, String from, String to) {
        return new ScriptedLiveCall(callSid, from, to, true);
    }

    /** The stream is open. */
    public ScriptedLiveCall answered() {
        status = "in-progress";
        timeline.add(new Fact.CallPlaced(
                ZERO_NS - 1,
                callSid,
                from,
                to,
                "https://calls.example.com/voice",
                Instant.EPOCH,
                true,
                MeasuredAt.BRIDGE));
        timeline.add(new Fact.StreamStarted(ZERO_NS, "MZ" + callSid.substring(2)));
        timeline.add(new Fact.AgentReady(ns(180), "practice"));
        return this;
    }

    /** The caller speaks from a moment on, with a voice of the fixtures. */
    public ScriptedLiveCall callerSays(double fromMs, String voice) {
        Voice speech = Voices.open(voice);
        copy(speech, said, fromMs);
        double startMs = fromMs + (double) speech.speechStart() / PER_MS;
        double endMs = fromMs + (double) speech.speechEnd() / PER_MS;
        timeline.add(new Fact.CallerStarted(ns(startMs + 40), ns(startMs)));
        timeline.add(new Fact.CallerEnded(ns(endMs + 120), ns(endMs)));
        timeline.add(new Fact.Transcribed(ns(endMs + 400), "caller", speech.text()));
        return this;
    }

    /** The agent is audible from a moment on, with a voice of the fixtures that says something else. */
    public ScriptedLiveCall agentSays(double atMs, String voice, String words) {
        Voice speech = Voices.open(voice);
        double fromMs = atMs - (double) speech.speechStart() / PER_MS;
        copy(speech, heard, fromMs);
        byte[] mulaw = new byte[speech.samples().length];
        for (int i = 0; i < mulaw.length; i++) {
            mulaw[i] = Mulaw.encode(speech.samples()[i]);
        }
        timeline.media(new Fact.MediaArrived(ns(fromMs) - 1, 1, mulaw.length), mulaw);
        timeline.add(new Fact.Transcribed(ns(atMs + 300), "agent", words));
        return this;
    }

    public ScriptedLiveCall notes(double atMs, String text) {
        timeline.add(new Fact.Noted(ns(atMs), text));
        return this;
    }

    public ScriptedLiveCall costs(double twilio, double agent) {
        cost = new Cost(twilio, agent, "USD");
        return this;
    }

    /** Plays on until a moment, of which everything before is then known. */
    public ScriptedLiveCall until(double ms) {
        for (; tick * LineFrame.MS <= ms; tick++) {
            double atMs = tick * (double) LineFrame.MS;
            LineFrame saidFrame = frame(said, atMs - LineFrame.MS);
            LineFrame heardFrame = frame(heard, atMs);
            timeline.tick(tick(atMs, saidFrame, heardFrame), saidFrame, heardFrame);
        }
        timeline.pump(ns(ms) + CallTimeline.SORTED_MS * 1_000_000L);
        return this;
    }

    public ScriptedLiveCall hangsUpAt(double ms) {
        until(ms);
        timeline.add(new Fact.CallEnded(ns(ms), EndedBy.CALLER, "the caller hung up"));
        status = "completed";
        last = timeline.close(ns(ms));
        return this;
    }

    private static void copy(Voice speech, short[] into, double fromMs) {
        System.arraycopy(speech.samples(), 0, into, (int) (fromMs * PER_MS), speech.samples().length);
    }

    private static LineFrame frame(short[] samples, double fromMs) {
        short[] frame = new short[LineFrame.BYTES];
        System.arraycopy(samples, (int) (fromMs * PER_MS), frame, 0, frame.length);
        return LineFrame.ofPcm(frame);
    }

    private Fact.Tick tick(double atMs, LineFrame saidFrame, LineFrame heardFrame) {
        int bytes = heardFrame.equals(LineFrame.SILENCE) ? 0 : LineFrame.BYTES;
        return new Fact.Tick(
                ns(atMs),
                tick,
                0,
                saidFrame.dbm0(0),
                saidFrame.dbm0(1),
                heardFrame.dbm0(0),
                heardFrame.dbm0(1),
                bytes,
                0);
    }

    private static long ns(double ms) {
        return ZERO_NS + Math.round(ms * 1e6);
    }

    @Override
    public CallTimeline timeline() {
        return timeline;
    }

    @Override
    public CallResult result() {
        return last == null ? timeline.resultSoFar() : last;
    }

    @Override
    public boolean isOver() {
        return last != null;
    }

    @Override
    public @Nullable EventLine nextEventLine() {
        return told.poll();
    }

    @Override
    public @Nullable Double elapsedMs() {
        return status.equals("ringing") ? null : (Double) (tick * (double) LineFrame.MS);
    }

    @Override
    public String callSid() {
        return callSid;
    }

    @Override
    public String from() {
        return from;
    }

    @Override
    public String to() {
        return to;
    }

    @Override
    public boolean isOutbound() {
        return outbound;
    }

    @Override
    public String status() {
        return status;
    }

    @Override
    public Instant startedAt() {
        return Instant.EPOCH;
    }

    @Override
    public @Nullable Cost cost() {
        return cost;
    }
}
