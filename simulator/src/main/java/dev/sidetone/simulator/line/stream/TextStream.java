package dev.sidetone.simulator.line.stream;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.fault.FaultInjector;
import dev.sidetone.simulator.line.loop.CallScheduler;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.net.UrlCredentials;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The stream over which a server talks in texts: plays what the carrier makes of them and reports when it was heard. Owned by its call,
 * on the line thread.
 */
public final class TextStream extends HeardStream implements TextProtocol.Line {
    private final TextProtocol protocol;
    private final FactSink facts;
    private final Runnable started;
    private final PlayoutQueue queue = new PlayoutQueue();
    private final long dialledNs;

    /** The number of the server's last message, from 1. */
    private long message;

    private int heardBytes;

    TextStream(
            CallScheduler scheduler,
            StreamRequest request,
            TextProtocol protocol,
            FaultInjector faults,
            FactSink facts,
            Consumer<Finding> findings,
            Runnable started,
            Ended ended) {
        super(scheduler, request, protocol, faults, facts, finding -> findings.accept(protocol.judged(finding)), ended);
        this.protocol = protocol;
        this.facts = facts;
        this.started = started;
        this.dialledNs = scheduler.nowNs();
    }

    @Override
    void open(Network network) {
        facts.add(new Fact.StreamDialled(
                scheduler.nowNs(), network.route(request.url()).judged()));
        super.open(network);
    }

    @Override
    public LineFrame hear(long deadlineNs, long nowNs) {
        if (queue.isIdle()) {
            heardBytes = 0;
            return LineFrame.SILENCE;
        }
        byte[] frame = new byte[LineFrame.BYTES];
        heardBytes = queue.take(frame, mark -> protocol.reached(mark, deadlineNs));
        return LineFrame.of(frame);
    }

    @Override
    public int heardBytes() {
        return heardBytes;
    }

    @Override
    public int queuedBytes() {
        return queue.queuedBytes();
    }

    @Override
    public LineFrame send(LineFrame said, LineFrame heard, long tick, long deadlineNs) {
        if (sender() == null) {
            return said;
        }
        LineFrame carried = faults.carry(said, heard, deadlineNs);
        if (faults.drops()) {
            scheduler.after(0, this::loseConnection);
        }
        return carried;
    }

    @Override
    public void press(char key) {
        if (sender() != null) {
            protocol.key(key);
        }
    }

    @Override
    public void send(String text) {
        MessageSender sender = sender();
        if (sender != null) {
            sender.message(text);
        }
    }

    @Override
    public void play(byte[] mulaw, long cause, String mark, long atNs) {
        byte[] taken = mulaw.clone();
        int left = queue.add(taken);
        facts.media(new Fact.MediaArrived(atNs, cause, taken.length - left), taken);
        queue.mark(mark, reached -> protocol.reached(reached, atNs));
    }

    @Override
    public void cut(long cause) {
        facts.add(new Fact.ClearArrived(scheduler.nowNs(), cause, queue.queuedBytes(), 0));
        queue.clear(mark -> {});
    }

    @Override
    void started(long openedNs) {
        facts.add(new Fact.StreamOpened(
                openedNs,
                openedNs - dialledNs,
                UrlCredentials.redact(request.url().toString())));
        long startNs = scheduler.nowNs();
        faults.started(startNs);
        facts.add(new Fact.StreamStarted(startNs, request.streamSid()));
        request.observer().started();
        started.run();
        protocol.started(this);
    }

    @Override
    void received(String text, long arrivedNs) {
        message++;
        facts.add(StreamMessage.fromServer(text, message, arrivedNs));
        protocol.received(text, message, arrivedNs);
    }

    @Override
    void receivedBinary() {
        message++;
        facts.add(StreamMessage.fromServer("(binary)", message, scheduler.nowNs()));
        protocol.receivedBinary(message);
    }

    @Override
    void receivedLate(String text) {
        protocol.receivedLate(text);
    }

    @Override
    void over(long endNs, @Nullable Integer code, String why) {
        protocol.over(code);
        facts.add(new Fact.StreamEnded(endNs, code, why));
    }
}
