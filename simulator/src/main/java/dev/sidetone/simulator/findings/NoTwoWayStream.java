package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds a call in which the server could listen on a one-way stream and not answer: it opened no bidirectional stream and dialled nobody.
 * An error if nothing was heard in the whole call. A one-way stream beside a conversation is as it should be. Reports nothing where the line
 * has already reported that the server spoke on such a stream.
 */
final class NoTwoWayStream implements Check {
    private static final String OUTBOUND = "outbound_track";

    private boolean listened;
    private boolean listens;
    private boolean conversation;
    private boolean callerHeard;
    private boolean heard;

    @Override
    public void fold(Fact fact, Consumer<Finding> found) {
        if (fact instanceof Fact.OneWayStarted started) {
            listened = true;
            listens = !started.track().equals(OUTBOUND);
        } else if (fact instanceof Fact.OneWayEnded) {
            listens = false;
        }
        conversation |= fact instanceof Fact.StreamDialled || fact instanceof Fact.DialBegan;
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heardFrame, Consumer<Finding> found) {
        callerHeard |= listens && (SpeechEnergy.isAudible(tick.said0()) || SpeechEnergy.isAudible(tick.said1()));
        heard |= SpeechEnergy.isAudible(tick.heard0()) || SpeechEnergy.isAudible(tick.heard1());
    }

    @Override
    public void judge(CallResult call, @Nullable Double endedAtMs, Consumer<Finding> found) {
        boolean reported = call.findings().stream()
                .anyMatch(finding -> finding.code().equals(ConnectionCode.ONE_WAY_STREAM.code()));
        if (listened && !conversation && !reported) {
            found.accept(ConnectionCode.ONE_WAY_STREAM.found(
                    heard ? Severity.WARNING : Severity.ERROR,
                    "The TwiML used <Start><Stream> and no <Connect>: "
                            + (callerHeard
                                    ? "the server heard the caller and could not answer."
                                    : "the server could listen and not answer, and the caller waited in vain for a two-way stream.")
                            + (heard ? "" : " Nothing was heard in the whole call.")));
        }
    }
}
