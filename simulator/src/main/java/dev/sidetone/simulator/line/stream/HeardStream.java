package dev.sidetone.simulator.line.stream;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.fault.FaultInjector;
import dev.sidetone.simulator.line.loop.CallScheduler;
import dev.sidetone.simulator.timeline.FactSink;
import java.util.function.Consumer;

/** The stream that the caller hears and speaks into, whatever passes over its socket. Owned by its call, on the line thread. */
public abstract sealed class HeardStream extends CallStream permits MediaStream, TextStream {
    HeardStream(
            CallScheduler scheduler,
            StreamRequest request,
            StreamEnds protocol,
            FaultInjector faults,
            FactSink facts,
            Consumer<Finding> findings,
            Ended ended) {
        super(scheduler, request, protocol, faults, facts, findings, ended);
    }

    /** Takes what the caller hears during the 20 ms from the tick at {@code deadlineNs} on, which runs now. */
    public abstract LineFrame hear(long deadlineNs, long nowNs);

    /** The number of bytes of the last heard frame that came from the queue. */
    public abstract int heardBytes();

    /** Bytes that wait to be heard. */
    public abstract int queuedBytes();

    /** Takes the caller's frame of one tick, in which {@code heard} is heard, and returns it with the line's injected faults. */
    public abstract LineFrame send(LineFrame said, LineFrame heard, long tick, long deadlineNs);

    /** Takes a key that the caller pressed. */
    public abstract void press(char key);
}
