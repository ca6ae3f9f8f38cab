package dev.sidetone.simulator.line.stream;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.fault.FaultInjector;
import dev.sidetone.simulator.line.fault.LineFaults;
import dev.sidetone.simulator.line.loop.CallScheduler;
import dev.sidetone.simulator.line.sound.CallTap;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A stream that listens to the call: one track or both, without keys and marks, and nothing that its server sends is heard. Owned by its
 * call, on the line thread.
 */
final class OneWayStream extends CallStream implements CallTap {
    /** Faults are injected at the two-way stream. */
    private static final FactSink NO_FAULTS = new DiscardedFacts();

    private final StreamProtocol protocol;
    private final FactSink facts;
    private long chunk;
    private boolean spoken;

    OneWayStream(
            CallScheduler scheduler,
            StreamRequest request,
            StreamProtocol protocol,
            FactSink facts,
            Consumer<Finding> findings,
            Ended ended) {
        super(scheduler, request, protocol, new FaultInjector(LineFaults.NONE, 0, NO_FAULTS), facts, findings, ended);
        this.protocol = protocol;
        this.facts = facts;
    }

    /** Sends the tick's frames of its tracks. */
    @Override
    public void tick(LineFrame said, LineFrame heard, long deadlineNs) {
        MessageSender sender = sender();
        if (sender == null) {
            return;
        }
        chunk++;
        for (Track track : request.track().singles()) {
            if (sender.isFull()) {
                readsTooSlowly();
            } else {
                LineFrame frame = track == Track.INBOUND ? said : heard;
                sender.frame(protocol.media(track, frame, chunk, deadlineNs), chunk - 1, deadlineNs);
            }
        }
    }

    @Override
    void started(long openedNs) {
        facts.add(new Fact.OneWayStarted(
                scheduler.nowNs(),
                request.streamSid(),
                request.name(),
                request.track().word()));
        request.observer().started();
    }

    @Override
    void received(String text, long atNs) {
        receivedBinary();
    }

    /** Nobody hears what the server sends, which is a finding once. */
    @Override
    void receivedBinary() {
        if (!spoken) {
            spoken = true;
            found(StreamFindings.oneWay(request.track()));
            if (request.strict()) {
                refuse(StreamFindings.refusedOneWay());
            }
        }
    }

    @Override
    void over(long atNs, @Nullable Integer code, String why) {
        facts.add(new Fact.OneWayEnded(scheduler.nowNs(), request.streamSid(), why));
    }
}
