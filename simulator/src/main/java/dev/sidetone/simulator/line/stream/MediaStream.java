package dev.sidetone.simulator.line.stream;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.fault.FaultInjector;
import dev.sidetone.simulator.line.loop.CallScheduler;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.net.UrlCredentials;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The stream whose server the caller hears: sends the caller's frames, plays what the server sent and returns its marks. Owned by its
 * call, on the line thread.
 */
public final class MediaStream extends HeardStream implements TwoWayProtocol.Receiver {
    private final TwoWayProtocol protocol;
    private final FactSink facts;
    private final Runnable started;
    private final InputProblems problems = new InputProblems(this::found);
    private final PlayoutQueue queue = new PlayoutQueue();
    private final long dialledNs;

    private long chunk;
    /** The number of the server's last message, from 1. */
    private long message;
    /** The time of what is done now: of a message's arrival, or of a tick. */
    private long atNs;

    private int heardBytes;
    /** Whether the message that is being read carried sound. */
    private boolean sound;

    MediaStream(
            CallScheduler scheduler,
            StreamRequest request,
            TwoWayProtocol protocol,
            FaultInjector faults,
            FactSink facts,
            Consumer<Finding> findings,
            Runnable started,
            Ended ended) {
        super(scheduler, request, protocol, faults, facts, findings, ended);
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
        atNs = nowNs;
        if (queue.isIdle()) {
            heardBytes = 0;
            return LineFrame.SILENCE;
        }
        byte[] frame = new byte[LineFrame.BYTES];
        heardBytes = queue.take(frame, name -> returnMark(name, true));
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
        MessageSender sender = sender();
        if (sender == null) {
            return said;
        }
        LineFrame carried = faults.carry(said, heard, deadlineNs);
        if (!faults.loses(deadlineNs)) {
            if (sender.isFull()) {
                readsTooSlowly();
            } else {
                sender.frame(protocol.media(Track.INBOUND, carried, ++chunk, deadlineNs), tick, deadlineNs);
            }
        }
        if (faults.drops()) {
            scheduler.after(0, this::loseConnection);
        }
        return carried;
    }

    @Override
    public void press(char key) {
        MessageSender sender = sender();
        if (sender != null) {
            sender.message(protocol.key(key));
        }
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
    }

    @Override
    void received(String text, long arrivedNs) {
        message++;
        atNs = arrivedNs;
        sound = false;
        try {
            protocol.read(text, this);
        } catch (InvalidMessage e) {
            invalid(e);
        }
        if (!sound) {
            facts.add(StreamMessage.fromServer(text, message, arrivedNs));
        }
    }

    private void invalid(InvalidMessage e) {
        if (request.strict()) {
            refuse(StreamFindings.refusedMessage(e, message));
        } else {
            problems.invalid(e, message);
        }
    }

    @Override
    void receivedBinary() {
        problems.binary(++message);
        facts.add(StreamMessage.fromServer("(binary)", message, scheduler.nowNs()));
    }

    @Override
    void over(long endNs, @Nullable Integer code, String why) {
        problems.streamOver();
        facts.add(new Fact.StreamEnded(endNs, code, why));
    }

    @Override
    public void media(byte[] mulaw) {
        sound = true;
        int taken = mulaw.length - queue.add(mulaw);
        facts.media(
                new Fact.MediaArrived(atNs, message, taken),
                taken < mulaw.length ? Arrays.copyOf(mulaw, taken) : mulaw);
        if (taken < mulaw.length) {
            problems.overflow(mulaw.length - taken, message);
        }
    }

    @Override
    public void mark(String name) {
        facts.add(new Fact.MarkArrived(atNs, message, name));
        if (!queue.mark(name, reached -> returnMark(reached, true))) {
            problems.marksOverflow(message);
        }
    }

    @Override
    public void clear() {
        facts.add(new Fact.ClearArrived(atNs, message, queue.queuedBytes(), queue.pendingMarks()));
        queue.clear(name -> returnMark(name, false));
    }

    /** The message is queued all the same, as the noise that it is. */
    @Override
    public void suspect(InvalidMessage problem) {
        problems.invalid(problem, message);
    }

    private void returnMark(String name, boolean heard) {
        MessageSender sender = sender();
        if (sender != null) {
            sender.message(protocol.mark(name));
        }
        facts.add(new Fact.MarkEchoed(atNs, name, heard));
    }
}
