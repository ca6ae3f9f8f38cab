package dev.sidetone.ui.calls;

import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.phone.PhoneCall;
import dev.sidetone.simulator.recording.RecordingLabel;
import dev.sidetone.simulator.report.WatchedCall;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call of this window that is in memory: a running one, or the last. Immutable. */
record CurrentCall(WatchedCall call, RecordingLabel label) {
    static CurrentCall of(WatchedCall call) {
        if (call instanceof PhoneCall made) {
            return new CurrentCall(call, made.label());
        }
        if (call instanceof LiveCall live) {
            return new CurrentCall(call, RecordingLabel.of(live.isOutbound() ? live.to() : live.from(), "live"));
        }
        return new CurrentCall(call, RecordingLabel.NONE);
    }

    boolean isRunning() {
        return !call.isOver();
    }

    @Nullable
    Path folder() {
        return call.recording();
    }

    /** When it began; null before its first fact. */
    @Nullable
    Instant startedAt() {
        Instant at = call.result().call().startedAt();
        return Instant.EPOCH.equals(at) ? null : at;
    }
}
