package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Thresholds;
import java.util.function.Consumer;

/**
 * Finds a call that goes on after the server closed its stream, with three seconds of silence for a caller who is not being put through.
 * Reports once per call.
 */
final class ServerClosedEarly implements Check {
    private static final long SILENCE_NS = Thresholds.LEFT_ALONE_MS * 1_000_000L;

    private boolean closed;
    private boolean dialling;
    private boolean reported;
    private long silentSinceNs;

    @Override
    public void fold(Fact fact, Consumer<Finding> found) {
        if (fact instanceof Fact.StreamEnded ended) {
            closed = ended.code() != null;
            silentSinceNs = ended.atNs();
        } else if (fact instanceof Fact.StreamStarted) {
            closed = false;
        } else if (fact instanceof Fact.DialBegan) {
            dialling = true;
        } else if (fact instanceof Fact.DialEnded) {
            dialling = false;
            silentSinceNs = fact.atNs();
        }
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heard, Consumer<Finding> found) {
        if (!closed || dialling || reported) {
            return;
        }
        if (SpeechEnergy.isAudible(tick.heard0()) || SpeechEnergy.isAudible(tick.heard1())) {
            silentSinceNs = tick.atNs();
        } else if (tick.atNs() - silentSinceNs >= SILENCE_NS) {
            reported = true;
            found.accept(ConnectionCode.SERVER_CLOSED_EARLY.found(
                    "The server closed the stream, the call went on, and the caller sat in silence for "
                            + Thresholds.LEFT_ALONE_MS / 1000 + " s."));
        }
    }
}
