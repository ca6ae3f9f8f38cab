package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.audio.LineFrame;
import org.jspecify.annotations.Nullable;

/**
 * Carries a fake agent's own log to the caller's mouth and ear: the truth that every measured time is compared with. A frame sent at a tick holds
 * the 20 ms before it, and what the agent writes is heard from the next tick on. Immutable, for any thread.
 *
 * @param tickNs any tick of the line, on the clock of the log
 */
public record LineGrid(long tickNs) {
    /** The time at which the caller's last voiced sample of a turn ended. */
    public long callerEndNs(AgentLog.Turn turn) {
        return saidFromNs(turn.lastVoicedAtNs()) + turn.voicedSamples() * LineFrame.SAMPLE_NS;
    }

    /** The time at which audio that was written at {@code writtenAtNs} begins to be heard. */
    public long heardNs(long writtenAtNs) {
        return tickNs - Math.floorDiv(tickNs - writtenAtNs, LineFrame.NS) * LineFrame.NS;
    }

    /** The time at which the first sample of a frame was said that was received at {@code receivedAtNs}. */
    public long saidFromNs(long receivedAtNs) {
        return tickNs + Math.floorDiv(receivedAtNs - tickNs, LineFrame.NS) * LineFrame.NS - LineFrame.NS;
    }

    /** The time to first audio of a turn; null if it was not answered. */
    public @Nullable Double ttfaMs(AgentLog.Turn turn) {
        Long firstDeltaAtNs = turn.firstDeltaAtNs();
        return firstDeltaAtNs == null ? null : (Double) ((heardNs(firstDeltaAtNs) - callerEndNs(turn)) / 1e6);
    }
}
