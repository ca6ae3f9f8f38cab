package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Thresholds;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds a server that closed its stream as if all were well, and was wrong. Where nothing followed in the TwiML the call was over: before
 * the server had said anything, or before the caller had finished. A caller without a script has not finished while speaking or waiting for
 * an answer. Where the call goes on, three seconds of silence for a caller who is not being put through are a fault. Reports once per call.
 */
final class ServerClosedEarly implements Check {
    private static final long SILENCE_NS = Thresholds.LEFT_ALONE_MS * 1_000_000L;
    private static final int NORMAL = 1000;
    private static final int NO_CODE = 1005;

    private final CallerSpeech caller = new CallerSpeech();
    private boolean scripted;
    private boolean saidAll;
    private boolean agentLeaves;
    private boolean heard;
    private long startNs;
    private Fact.@Nullable StreamEnded closed;
    private boolean callerSpoke;
    private boolean followed;
    private boolean dialling;
    private boolean reported;
    /** Whether such an end has a finding of its own. */
    private boolean texts;

    private long silentSinceNs;

    @Override
    public void fold(Fact fact, Consumer<Finding> found) {
        caller.fold(fact);
        if (fact instanceof Fact.StreamEnded ended) {
            closed = ended.code() == null || texts ? null : ended;
            callerSpoke = caller.isSpeaking();
            followed = false;
            silentSinceNs = ended.atNs();
        } else if (fact instanceof Fact.StreamStarted started) {
            texts = started.carriesTexts();
            closed = null;
            startNs = fact.atNs();
        } else if (fact instanceof Fact.VerbBegan) {
            followed = true;
        } else if (fact instanceof Fact.DialBegan) {
            dialling = true;
        } else if (fact instanceof Fact.DialEnded) {
            dialling = false;
            silentSinceNs = fact.atNs();
        } else {
            noteIntent(fact);
        }
    }

    private void noteIntent(Fact fact) {
        if (fact instanceof Fact.CallPlaced placed) {
            scripted = placed.edgesKnown();
        } else if (fact instanceof Fact.CallerSaidAll) {
            saidAll = true;
        } else if (fact instanceof Fact.HangUpWished) {
            agentLeaves = true;
        }
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heardFrame, Consumer<Finding> found) {
        boolean audible = SpeechEnergy.isAudible(tick.heard0()) || SpeechEnergy.isAudible(tick.heard1());
        heard |= audible && tick.heardBytes() > 0;
        if (closed == null || dialling || reported) {
            return;
        }
        if (audible) {
            silentSinceNs = tick.atNs();
        } else if (tick.atNs() - silentSinceNs >= SILENCE_NS) {
            reported = true;
            found.accept(ConnectionCode.SERVER_CLOSED_EARLY.found(
                    Severity.WARNING,
                    "The server closed the stream, the call went on, and the caller sat in silence for "
                            + Thresholds.LEFT_ALONE_MS / 1000 + " s.",
                    "Let something be heard after <Connect>, or end the call there: leave out what only waits."));
        }
    }

    @Override
    public void judge(CallResult call, @Nullable Double endedAtMs, Consumer<Finding> found) {
        Fact.StreamEnded end = closed;
        if (end == null || followed || reported || agentLeaves || !isPeaceful(end)) {
            return;
        }
        String after = String.format(Locale.ROOT, "%.1f ms", (end.atNs() - startNs) / 1e6);
        String code = Integer.valueOf(NO_CODE).equals(end.code()) ? "without a code (1005)" : "with code 1000";
        if (!heard) {
            found.accept(ConnectionCode.SERVER_CRASHED.found("The server closed the stream " + code + " " + after
                    + " after it began, before it said anything, and nothing followed in the TwiML."));
        } else if (!hasFinished(call.turns())) {
            found.accept(
                    ConnectionCode.SERVER_CLOSED_EARLY.found(
                            "The server closed the stream " + code + " " + after
                                    + " after it began: the caller had not finished, nothing followed in the TwiML, and the call was over."));
        }
    }

    private static boolean isPeaceful(Fact.StreamEnded end) {
        return Integer.valueOf(NORMAL).equals(end.code())
                || Integer.valueOf(NO_CODE).equals(end.code());
    }

    private boolean hasFinished(List<Turn> turns) {
        if (scripted) {
            return saidAll;
        }
        Turn last = turns.isEmpty() ? null : turns.get(turns.size() - 1);
        boolean answered = last == null || last.firstAudibleAtMs() != null || last.overlapped() || last.early();
        return answered && !callerSpoke;
    }
}
