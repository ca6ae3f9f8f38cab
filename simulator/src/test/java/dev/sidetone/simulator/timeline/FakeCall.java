package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.fixtures.ProbeKind;
import dev.sidetone.simulator.findings.Finding;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A call told in sentences and played tick by tick in manual time into a timeline, with a playout queue of its own. Times are
 * milliseconds from {@code start}; a tick falls on every multiple of 20.
 */
public final class FakeCall {
    public static final long ZERO_NS = 7_000_000_000_000L;
    public static final String CALL_SID = "CA00000000000000000000000000000001";
    public static final Instant STARTED_AT = Instant.parse("2026-01-31T12:00:00Z");
    static final byte LOUD = Mulaw.encode((short) 4000);

    private record Planned(long atNs, long order, Runnable event) {}

    private final PriorityQueue<Planned> plan =
            new PriorityQueue<>(Comparator.comparingLong(Planned::atNs).thenComparingLong(Planned::order));
    private final FakeMouth mouth = new FakeMouth();
    private final FakePlayout playout = new FakePlayout();
    private final CallTimeline timeline;
    private final boolean edgesKnown;
    private long penNs = ZERO_NS;
    private long order;
    private long tick;
    private long message;
    private long lateNs;
    private long nextTickNs = ZERO_NS + LineFrame.NS;

    private FakeCall(CallTimeline timeline, boolean edgesKnown) {
        this.timeline = timeline;
        this.edgesKnown = edgesKnown;
        timeline.add(new Fact.CallPlaced(
                ZERO_NS - 20_000_000L,
                CALL_SID,
                "+15550100",
                "+15550199",
                "http://127.0.0.1:8080/voice",
                STARTED_AT,
                edgesKnown));
        timeline.add(new Fact.WebhookAnswered(ZERO_NS - 5_000_000L, 12_100_000L, 200));
        timeline.add(new Fact.StreamOpened(ZERO_NS - 1_000_000L, 3_200_000L, "ws://127.0.0.1:8080/media"));
        timeline.add(new Fact.StreamStarted(ZERO_NS, "MZ00000000000000000000000000000001"));
    }

    /** By a caller that announces its edges. */
    public static FakeCall placed() {
        return into(new CallTimeline("0.1.0", Spool.NONE));
    }

    /** By a caller whose edges are found by energy. */
    public static FakeCall placedByEar() {
        return byEarInto(new CallTimeline("0.1.0", Spool.NONE));
    }

    public static FakeCall byEarInto(CallTimeline timeline) {
        return new FakeCall(timeline, false);
    }

    public static FakeCall into(CallTimeline timeline) {
        return new FakeCall(timeline, true);
    }

    /** The same, but measured at the bridge. */
    public FakeCall atBridge() {
        timeline.add(new Fact.CallPlaced(
                ZERO_NS - 10_000_000L,
                CALL_SID,
                "+15550100",
                "+15550199",
                "http://127.0.0.1:8080/voice",
                STARTED_AT,
                edgesKnown,
                MeasuredAt.BRIDGE));
        return this;
    }

    /** What is told next happens then. */
    public FakeCall at(double ms) {
        penNs = ns(ms);
        return this;
    }

    public FakeCall callerSpeaks(double forMs) {
        return callerSounds(forMs, null);
    }

    /** A sound of the caller's side that is no turn. */
    public FakeCall callerProbes(ProbeKind kind, double forMs) {
        return callerSounds(forMs, kind);
    }

    private FakeCall callerSounds(double forMs, @Nullable ProbeKind probe) {
        mouth.sounds(penNs, penNs + Math.round(forMs * 1e6), probe);
        return this;
    }

    /** One chunk of audible speech. */
    public FakeCall agentSends(double ms) {
        return send(ms, LOUD);
    }

    public FakeCall agentSendsSilence(double ms) {
        return send(ms, Mulaw.SILENCE);
    }

    private FakeCall send(double ms, byte code) {
        byte[] sent = new byte[(int) Math.round(ms * 8)];
        Arrays.fill(sent, code);
        return agentSends(sent);
    }

    /** One chunk of these bytes. */
    public FakeCall agentSends(byte[] sent) {
        return plan(atNs -> {
            playout.queue(sent);
            timeline.media(new Fact.MediaArrived(atNs, ++message, sent.length), sent);
        });
    }

    /** The server closes the stream; the call goes on. */
    public FakeCall serverCloses() {
        return plan(atNs -> timeline.add(new Fact.StreamEnded(atNs, 1000, "the server closed it")));
    }

    /** A second stream begins. */
    public FakeCall streamStarts() {
        return plan(atNs -> timeline.add(new Fact.StreamStarted(atNs, "MZ2")));
    }

    /** Twilio rings somebody for the caller. */
    public FakeCall dialBegins() {
        return plan(atNs -> timeline.add(new Fact.DialBegan(atNs, "+15550123", "CA2")));
    }

    /** Nobody picked up. */
    public FakeCall dialEnds() {
        return plan(atNs -> timeline.add(new Fact.DialEnded(atNs, "+15550123", "no-answer", 0)));
    }

    public FakeCall serverClears() {
        return plan(atNs -> timeline.add(new Fact.ClearArrived(atNs, ++message, playout.clear(), 0)));
    }

    /** The agent goes on from a preamble to its answer. */
    public FakeCall answerContinues() {
        return plan(atNs -> timeline.add(new Fact.AnswerContinued(atNs)));
    }

    /** The agent will speak by itself. */
    public FakeCall agentTimesOut() {
        return plan(atNs -> timeline.add(new Fact.AgentTimedOut(atNs)));
    }

    /** The agent's wire says that it broke its answer off. */
    public FakeCall agentCutsItsAnswer() {
        return plan(atNs -> timeline.add(new Fact.AgentCutAnswer(atNs)));
    }

    /** A fault of the line, for so long; for the rest of the call if that is 0. */
    public FakeCall faultHolds(String fault, double forMs) {
        plan(atNs -> timeline.add(new Fact.FaultBegan(atNs, fault)));
        double beganMs = (penNs - ZERO_NS) / 1e6;
        return forMs == 0
                ? this
                : at(beganMs + forMs)
                        .plan(atNs -> timeline.add(new Fact.FaultEnded(atNs, fault)))
                        .at(beganMs);
    }

    public FakeCall serverMarks(String name) {
        return plan(atNs -> timeline.add(new Fact.MarkArrived(atNs, ++message, name)));
    }

    public FakeCall markReturns(String name, boolean heard) {
        return plan(atNs -> timeline.add(new Fact.MarkEchoed(atNs, name, heard)));
    }

    public FakeCall callerPresses(char digit) {
        return plan(atNs -> timeline.add(new Fact.KeyPressed(atNs, digit)));
    }

    public FakeCall agentHearsEnd() {
        return plan(atNs -> timeline.add(new Fact.AgentHeardEnd(atNs)));
    }

    public FakeCall answerBegins(String answerId) {
        return plan(atNs -> timeline.add(new Fact.AnswerBegan(atNs, answerId)));
    }

    public FakeCall answerRelayed(String answerId) {
        return plan(atNs -> timeline.add(new Fact.AnswerRelayed(atNs, answerId)));
    }

    public FakeCall toolAnswers(String tool) {
        return plan(atNs -> timeline.add(new Fact.ToolAnswered(atNs, "call_1", tool, "{}", false)));
    }

    public FakeCall toolCalled(String callId, String tool) {
        return plan(atNs -> timeline.add(new Fact.ToolCalled(atNs, callId, tool, "{}")));
    }

    public FakeCall toolAnswered(String callId, String tool, String result, boolean failed) {
        return plan(atNs -> timeline.add(new Fact.ToolAnswered(atNs, callId, tool, result, failed)));
    }

    public FakeCall someoneSays(String speaker, String text) {
        return plan(atNs -> timeline.add(new Fact.Transcribed(atNs, speaker, text)));
    }

    public FakeCall found(Finding finding) {
        return plan(atNs -> timeline.add(finding.at(atNs)));
    }

    public FakeCall stepBegins(int step, String text) {
        return plan(atNs -> timeline.add(new Fact.StepBegan(atNs, step, text)));
    }

    public FakeCall stepWaitsInVain(int step) {
        return plan(atNs -> timeline.add(new Fact.StepWaitedInVain(atNs, step)));
    }

    /** The next tick runs so much late. */
    public FakeCall lineStalls(double ms) {
        return plan(atNs -> lateNs = Math.round(ms * 1e6));
    }

    /** The next ticks, so many, never come. */
    public FakeCall ticksAreGivenUp(int count) {
        return plan(atNs -> nextTickNs += count * LineFrame.NS);
    }

    /** Ticks up to {@code untilMs}. */
    public FakeCall runsUntil(double untilMs) {
        while (nextTickNs <= ns(untilMs)) {
            for (Planned next = plan.peek(); next != null && next.atNs <= nextTickNs; next = plan.peek()) {
                plan.remove();
                next.event.run();
            }
            tick(nextTickNs);
            timeline.pump(nextTickNs);
            nextTickNs += LineFrame.NS;
        }
        return this;
    }

    /** The caller hangs up, and the call amounts to this. */
    public CallResult hangsUpAt(double ms) {
        runsUntil(ms);
        timeline.add(new Fact.StreamEnded(ns(ms), null, "the caller hung up"));
        timeline.add(new Fact.CallEnded(ns(ms), EndedBy.CALLER, "the caller hung up"));
        return timeline.close(ns(ms));
    }

    public static long ns(double ms) {
        return ZERO_NS + Math.round(ms * 1e6);
    }

    private interface Event {
        void happen(long atNs);
    }

    private FakeCall plan(Event event) {
        long atNs = penNs;
        plan.add(new Planned(atNs, order++, () -> event.happen(atNs)));
        return this;
    }

    private void tick(long atNs) {
        mouth.announceEdges(atNs, timeline, edgesKnown);
        LineFrame said = mouth.said(atNs);
        int heardBytes = playout.nextBytes();
        LineFrame heard = playout.next();
        Fact.Tick fact = new Fact.Tick(
                atNs,
                tick,
                lateNs,
                said.dbm0(0),
                said.dbm0(1),
                heard.dbm0(0),
                heard.dbm0(1),
                heardBytes,
                playout.bytes());
        timeline.tick(fact, said, heard);
        long writtenLateNs = lateNs + 100_000L;
        timeline.add(new Fact.FrameWritten(atNs + writtenLateNs, tick, writtenLateNs));
        lateNs = 0;
        tick++;
    }
}
