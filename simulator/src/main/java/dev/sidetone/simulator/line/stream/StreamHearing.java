package dev.sidetone.simulator.line.stream;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.timeline.Finding;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the server says on one Media Stream: judged, queued for playing, marks sent back. Each kind of wrong input is told once a stream,
 * as Twilio does, and counted. Owned by its stream, on the line thread.
 */
final class StreamHearing implements ServerMessages.Handler {
    private enum Fault {
        QUEUE_FULL,
        BINARY,
        INVALID
    }

    private final PlayoutQueue queue = new PlayoutQueue();
    private final Set<Fault> told = EnumSet.noneOf(Fault.class);
    private final ServerMessages messages;
    private final StreamSpeech speech;
    private final FactSink facts;
    private final Consumer<Finding> findings;
    private long message;
    private long ignored;
    private long atNs;
    private int heardBytes;

    StreamHearing(String streamSid, StreamSpeech speech, FactSink facts, Consumer<Finding> findings) {
        this.messages = new ServerMessages(streamSid);
        this.speech = speech;
        this.facts = facts;
        this.findings = findings;
    }

    /** A text message was there at {@code arrivedNs}. */
    void text(String text, long arrivedNs) {
        message++;
        atNs = arrivedNs;
        try {
            messages.read(text, this);
        } catch (ServerMessages.Invalid e) {
            ignored++;
            once(Fault.INVALID, StreamFindings.invalid(e, message));
        }
    }

    /** A binary message was there. */
    void binary() {
        message++;
        ignored++;
        once(Fault.BINARY, StreamFindings.binary(message));
    }

    /** Takes what is heard during the 20 ms that begin now. */
    LineFrame heard(long nowNs) {
        atNs = nowNs;
        if (queue.isIdle()) {
            heardBytes = 0;
            return LineFrame.SILENCE;
        }
        byte[] frame = new byte[LineFrame.BYTES];
        heardBytes = queue.take(frame, this::reached);
        return LineFrame.of(frame);
    }

    /** How many bytes of the frame taken last came from the server. */
    int heardBytes() {
        return heardBytes;
    }

    /** Bytes that wait to be heard. */
    int queuedBytes() {
        return queue.queuedBytes();
    }

    /** Messages that came, of any kind. */
    long messages() {
        return message;
    }

    /** Messages that Twilio would have ignored. */
    long ignored() {
        return ignored;
    }

    @Override
    public void media(byte[] mulaw) {
        int taken = mulaw.length - queue.add(mulaw);
        facts.media(
                new Fact.MediaArrived(atNs, message, taken),
                taken < mulaw.length ? Arrays.copyOf(mulaw, taken) : mulaw);
        if (taken < mulaw.length) {
            once(Fault.QUEUE_FULL, StreamFindings.queueFull(message));
        }
    }

    @Override
    public void mark(String name) {
        facts.add(new Fact.MarkArrived(atNs, message, name));
        queue.mark(name, this::reached);
    }

    @Override
    public void clear() {
        int marks = queue.pendingMarks();
        facts.add(new Fact.ClearArrived(atNs, message, queue.queuedBytes(), marks));
        queue.clear(this::returned);
    }

    private void reached(String name) {
        echo(name, true);
    }

    private void returned(String name) {
        echo(name, false);
    }

    private void echo(String name, boolean heard) {
        speech.mark(name);
        facts.add(new Fact.MarkEchoed(atNs, name, heard));
    }

    private void once(Fault fault, Finding finding) {
        if (told.add(fault)) {
            findings.accept(finding);
        }
    }
}
