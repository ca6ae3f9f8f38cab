package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.time.Timers;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Controls the turns of one session of a fake agent, on every wire alike: whose turn it is, when to answer, when to stop. Lives on the
 * session's loop.
 *
 * <p>An answer is due a fixed time after the <i>receipt of the last voiced frame</i>, whenever the end of the turn was decided. That is
 * decided when the endpointing has passed both on the clock and, but for two frames, in the audio: a line that stalls is not a caller who
 * is silent.
 */
public final class TurnController implements AnswerSender.Outlet {
    private static final long NS_PER_MS = 1_000_000;
    private static final long JITTER_MS = 2 * LineFrame.MS;
    private static final long LATE_NS = 30 * NS_PER_MS;
    /** An agent that dies does so after so many pieces of its answer. */
    private static final int LAST_CHUNK = 2;

    private final AgentScript script;
    private final Set<AgentFault> faults;
    private final Pacing pacing;
    private final ScriptCursor repertoire;
    private final Timers timers;
    private final AgentLog log;
    private final AgentOutput wire;
    private final TurnDetector detector = new TurnDetector();
    private TurnPolicy policy = TurnPolicy.DEAF;
    private @Nullable AnswerSender delivery;
    private AgentLog.Why why = AgentLog.Why.GREETING;
    private MulawChunk lastChunk = MulawChunk.of(new byte[0]);
    private int chunks;
    private boolean asked;
    /** The fault that was injected keeps it from answering any more. */
    private boolean silent;

    private Timers.@Nullable Timer endOfTurn;
    private Timers.@Nullable Timer interruption;

    public TurnController(FakeAgent.Terms terms, Pacing pacing, Timers timers, AgentLog log, AgentOutput wire) {
        this.script = terms.script();
        this.faults = terms.faults();
        this.pacing = pacing;
        this.repertoire = new ScriptCursor(terms.script(), terms.voice());
        this.timers = timers;
        this.log = log;
        this.wire = wire;
    }

    public void behave(TurnPolicy asked) {
        policy = asked;
        if (!asked.detectsTurns()) {
            forget();
        }
    }

    /** Caller audio, received at {@code atNs}. */
    public void hear(byte[] mulaw, long atNs) {
        if (!policy.listens()) {
            log.heardTooEarly(mulaw.length, atNs);
            return;
        }
        boolean onset = detector.hear(mulaw, atNs);
        if (!policy.detectsTurns()) {
            detector.rest();
            return;
        }
        if (onset) {
            callerStarted();
        } else if (detector.speaking() && endOfTurn == null) {
            considerEndOfTurn();
        }
    }

    /** Drops the caller's turn that is under way, be it taken as finished or void. */
    public void forget() {
        detector.rest();
        if (endOfTurn != null) {
            endOfTurn.cancel();
            endOfTurn = null;
        }
        cancelInterruption();
    }

    /** Whether it understands what it hears. */
    public boolean listens() {
        return policy.listens();
    }

    /** Whether an answer is under way. */
    public boolean busy() {
        return delivery != null;
    }

    /** Is asked to speak, while not {@link #busy}. */
    public void speak(long askedAtNs) {
        begin(repertoire.toRequest(), askedAtNs);
    }

    /** Is asked to speak, now or as soon as it has said what it is saying. */
    public void ask() {
        asked = busy();
        if (!busy()) {
            speak(timers.nowNs());
        }
    }

    /** Is given what a tool gave, and will speak of it next. */
    public void resulted(boolean failed) {
        silent = faults.contains(AgentFault.SILENT_TOOL);
        repertoire.resulted(failed);
    }

    /** Learns that the caller pressed keys. */
    public void press(String keys, long atNs) {
        repertoire.press(keys);
        log.pressed(keys, atNs);
    }

    /** Learns that the caller heard less of an answer than was sent. */
    public void heardLess() {
        repertoire.cutShort();
    }

    /** Stops the answer under way. */
    public void cancel() {
        end(AgentLog.Ending.CANCELLED);
    }

    /** The session is over. */
    public void leave() {
        forget();
        if (delivery != null) {
            delivery.stop();
            delivery = null;
        }
    }

    private void callerStarted() {
        if (cuts() && policy.confirmMs() > 0) {
            interruption = timers.after(policy.confirmMs() * NS_PER_MS, () -> {
                interruption = null;
                callerGoesOn();
            });
        } else {
            callerGoesOn();
        }
        awaitEndOfTurn();
    }

    private boolean cuts() {
        return delivery != null && policy.yields();
    }

    private void callerGoesOn() {
        wire.callerStarted(Math.max(0, detector.onsetMs() - policy.paddingMs()));
        log.callerStarted(detector.onsetAtNs(), timers.nowNs() + wire.behindNs(), cuts());
        if (cuts()) {
            end(AgentLog.Ending.INTERRUPTED);
        }
    }

    /** Drops an interruption that is not confirmed yet; false if there is none. */
    private boolean cancelInterruption() {
        if (interruption == null) {
            return false;
        }
        interruption.cancel();
        interruption = null;
        return true;
    }

    private void awaitEndOfTurn() {
        endOfTurn = timers.after(endOfTurnNs() - timers.nowNs(), () -> {
            endOfTurn = null;
            considerEndOfTurn();
        });
    }

    private void considerEndOfTurn() {
        if (timers.nowNs() < endOfTurnNs()) {
            awaitEndOfTurn();
        } else if (detector.silentMs() >= script.endpointingMs() - JITTER_MS) {
            callerStopped();
        }
    }

    private long endOfTurnNs() {
        return detector.lastVoicedAtNs() + script.endpointingMs() * NS_PER_MS;
    }

    private void callerStopped() {
        long endOfTurnNs = endOfTurnNs();
        detector.rest();
        if (cancelInterruption()) {
            if (busy()) {
                return;
            }
            callerGoesOn();
        }
        wire.callerStopped(
                detector.voicedEndMs() + script.endpointingMs(), detector.voicedEndMs() - detector.onsetMs());
        log.callerStopped(detector.lastVoicedAtNs(), detector.voicedSamples(), timers.nowNs());
        if (!policy.answersTurns()) {
            return;
        }
        if (busy()) {
            wire.answerRefused();
            return;
        }
        if (faults.contains(AgentFault.STOPS_ANSWERING) && log.turns().size() > 1) {
            return;
        }
        begin(repertoire.toTurn(), endOfTurnNs);
    }

    private void begin(ScriptedAnswer answer, long sinceNs) {
        if (silent) {
            return;
        }
        if (faults.contains(AgentFault.BAD_JSON)) {
            wire.malformed();
        }
        if (faults.contains(AgentFault.BARE_ERRORS)) {
            wire.complain();
        }
        why = answer.why();
        chunks = 0;
        delivery = new AnswerSender(answer, script.burst(), pacing, timers, this);
        log.answerStarted(wire.answerStarted(answer), answer.why(), sinceNs);
        if (why == AgentLog.Why.TURN && breaks()) {
            end(AgentLog.Ending.FAILED);
            return;
        }
        delivery.startAt(sinceNs + answer.thinkMs() * NS_PER_MS);
    }

    private boolean breaks() {
        return faults.contains(AgentFault.QUOTA) || faults.contains(AgentFault.BROKEN);
    }

    @Override
    public void chunk(MulawChunk audio, String words) {
        wire.answered(audio, words);
        log.answered(audio.bytes(), timers.nowNs() + wire.behindNs());
        lastChunk = audio;
        if (++chunks == LAST_CHUNK && why == AgentLog.Why.TURN && faults.contains(AgentFault.DIE)) {
            wire.die();
            leave();
        }
    }

    @Override
    public void action(AgentScript.Action action) {
        wire.acted(action);
    }

    @Override
    public void sent() {
        end(AgentLog.Ending.COMPLETED);
    }

    @Override
    public void failed(Throwable why) {
        log.note("the voice failed: " + why.getMessage(), timers.nowNs());
        end(AgentLog.Ending.FAILED);
    }

    private void end(AgentLog.Ending ending) {
        AnswerSender ended = delivery;
        if (ended == null) {
            return;
        }
        ended.stop();
        delivery = null;
        if (ending != AgentLog.Ending.COMPLETED && ended.sentBytes() == 0) {
            repertoire.takeBack();
        } else if (ending == AgentLog.Ending.INTERRUPTED) {
            repertoire.cutShort();
        }
        log.answerEnded(ending);
        wire.answerEnded(ending);
        boolean cutOff = ending == AgentLog.Ending.INTERRUPTED || ending == AgentLog.Ending.CANCELLED;
        if (cutOff && faults.contains(AgentFault.LATE_DELTA)) {
            MulawChunk late = lastChunk;
            timers.after(LATE_NS, () -> wire.late(late));
        }
        if (asked && delivery == null) {
            asked = false;
            speak(timers.nowNs());
        }
    }
}
