package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.MeasuredAt;
import dev.sidetone.simulator.timeline.Severity;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds a call in which nothing was heard, or no turn was answered although there was time; warns of one whose caller later waited in vain.
 * A turn that an injected fault kept from the server is nobody's to answer. An agent that transfers the caller has answered; the ringing tone
 * while it is at its limit is not its voice. At the bridge nobody knows what the ear heard: there such a call must have had a turn.
 */
final class SilentAgent implements Check {
    /** A fair time to answer, before the caller speaks again or is gone. */
    private static final long FAIR_CHANCE_NS = 3_000_000_000L;
    /** As long as the bridge itself expects an answer. */
    private static final long LONG_WAIT_NS = 8_000_000_000L;

    private final CallerSpeech caller = new CallerSpeech();
    private final DegradedCaller degraded = new DegradedCaller();
    private boolean atBridge;
    private boolean recorded;
    private boolean streamed;
    /** Whether a stream is open now. */
    private boolean open;

    private boolean rings;
    private boolean heard;
    /** Whether a stream was open when the caller began to speak: otherwise it is no turn. */
    private boolean asks;

    /** The end of the turn after which nothing has been heard yet, or null. */
    private @Nullable Long askedNs;

    private int waits;
    /** The turns that began on an open stream, and those of them of which nothing, or not all, reached the server. */
    private int turns;

    private int kept;
    /** The turns that did reach the server and were followed by a fair time to answer. */
    private int chances;

    /** The end of such a turn, until the caller speaks again. */
    private @Nullable Long reachedNs;

    private long lastTickNs;

    @Override
    public void fold(Fact fact, Consumer<Finding> found) {
        caller.fold(fact);
        degraded.fold(fact);
        if (fact instanceof Fact.CallPlaced placed) {
            atBridge = placed.place() == MeasuredAt.BRIDGE;
            recorded = placed.place() == MeasuredAt.RECORDING;
            streamed = recorded;
            open = recorded;
        } else if (fact instanceof Fact.StreamStarted) {
            streamed = true;
            open = true;
        } else if (fact instanceof Fact.CallerEnded ended) {
            boolean cutOff = asks && degraded.cutOffSince(caller.startNs());
            turns += asks ? 1 : 0;
            kept += cutOff ? 1 : 0;
            askedNs = asks && !cutOff ? ended.endNs() : null;
            reachedNs = askedNs;
        } else if (fact instanceof Fact.CallerStarted started) {
            asks = open;
            askedNs = null;
            chanceUntil(started.startNs());
        } else if (fact instanceof Fact.StreamEnded) {
            open = false;
            askedNs = null;
        } else if (fact instanceof Fact.AgentBusy) {
            rings = true;
        } else if (fact instanceof Fact.AgentReady) {
            rings = false;
        }
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heardFrame, Consumer<Finding> found) {
        lastTickNs = tick.atNs();
        boolean audible = !rings && (SpeechEnergy.isAudible(tick.heard0()) || SpeechEnergy.isAudible(tick.heard1()));
        heard |= audible;
        Long sinceNs = askedNs;
        if (audible) {
            askedNs = null;
        } else if (sinceNs != null && tick.atNs() - sinceNs >= LONG_WAIT_NS) {
            askedNs = null;
            waits++;
        }
    }

    /** Reports nothing where an error explains the silence already. */
    @Override
    public void judge(CallResult call, @Nullable Double endedAtMs, Consumer<Finding> found) {
        boolean explained = call.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        if (endedAtMs == null || !streamed || explained || call.transfer() != null) {
            return;
        }
        if (call.turns().stream().anyMatch(SilentAgent::isAnswered)) {
            leftWaiting(call, found);
            return;
        }
        chanceUntil(lastTickNs);
        if (kept > 0 && kept == turns) {
            return;
        }
        if (!heard && (!atBridge || chances > 0)) {
            neverHeard(call, endedAtMs, found);
        } else if (heard && chances > 0 && !wasCutShort(call)) {
            neverAnswers(call, found);
        }
    }

    /** The time for an answer to the turn that reached the server last is over at {@code ns}. */
    private void chanceUntil(long ns) {
        if (reachedNs != null && ns - reachedNs >= FAIR_CHANCE_NS) {
            chances++;
        }
        reachedNs = null;
    }

    /** A caller who is left alone on the line has a finding already. */
    private static boolean wasCutShort(CallResult call) {
        return has(call, ConnectionCode.SERVER_CLOSED_EARLY);
    }

    private static boolean has(CallResult call, FindingCode known) {
        return call.findings().stream().anyMatch(finding -> finding.code().equals(known.code()));
    }

    private static boolean isAnswered(Turn turn) {
        return turn.firstAudibleAtMs() != null || turn.overlapped() || turn.early();
    }

    private void neverHeard(CallResult call, double endedAtMs, Consumer<Finding> found) {
        int turns = call.turns().size();
        found.accept(degraded.fair(StreamCode.SILENT_AGENT.found(
                turns == 0
                        ? "Nothing was heard of the agent in the " + Math.round(endedAtMs) + " ms of the "
                                + (recorded ? "recording." : "stream.")
                        : "The caller spoke " + times(turns) + " and the agent was never heard.")));
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    private void neverAnswers(CallResult call, Consumer<Finding> found) {
        String greeted = call.greeting().firstAudibleAtMs() == null
                ? "What the TwiML plays was heard, and the agent"
                : "The agent greeted and then";
        found.accept(
                degraded.fair(
                        StreamCode.SILENT_AGENT.found(
                                greeted + " answered nothing: " + chances + (chances == 1 ? " turn was" : " turns were")
                                        + " followed by 3 s and more of silence.",
                                "See whether the caller's audio reaches the agent, whether it hears the turn's end, and whether a tool keeps it waiting.")));
    }

    /** A turn may need no answer, but a caller who stays silent for long waits for one. */
    private void leftWaiting(CallResult call, Consumer<Finding> found) {
        // What the bridge saw of it says more than what the line heard.
        if (waits > 0
                && !has(call, AgentCode.STALLED)
                && !wasCutShort(call)
                && !has(call, ConnectionCode.SERVER_STALLED)
                && !has(call, RelayCode.NO_ANSWER)) {
            found.accept(degraded.fair(StreamCode.SILENT_AGENT.found(
                    Severity.WARNING,
                    "The agent left the caller waiting: " + waits + " of "
                            + call.turns().size()
                            + (waits == 1 ? " turns was" : " turns were") + " followed by "
                            + LONG_WAIT_NS / 1_000_000_000L + " s and more of silence.")));
        }
    }
}
