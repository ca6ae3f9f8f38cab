package dev.sidetone.simulator.line.stream;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import java.util.Arrays;

/**
 * What the server says on one Media Stream: judged, queued for playing, marks sent back. Owned by its stream, on the line thread.
 */
final class StreamHearing implements ServerMessages.Handler {
    private final PlayoutQueue queue = new PlayoutQueue();
    private final ServerMessages messages;
    private final StreamSpeech speech;
    private final FactSink facts;
    private final WrongInput wrong;
    private long message;
    private long atNs;
    private int heardBytes;

    StreamHearing(ServerMessages messages, StreamSpeech speech, FactSink facts, WrongInput wrong) {
        this.messages = messages;
        this.speech = speech;
        this.facts = facts;
        this.wrong = wrong;
    }

    /** A text message was there at {@code arrivedNs}. */
    void text(String text, long arrivedNs) {
        message++;
        atNs = arrivedNs;
        try {
            messages.read(text, this);
        } catch (ServerMessages.Invalid e) {
            wrong.invalid(e, message);
        }
    }

    /** A binary message was there. */
    void binary() {
        wrong.binary(++message);
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

    /** The stream is over. */
    void over() {
        wrong.streamOver();
    }

    /** The message is queued all the same, as the noise that it is. */
    @Override
    public void suspect(ServerMessages.Invalid what) {
        wrong.invalid(what, message);
    }

    @Override
    public void media(byte[] mulaw) {
        int taken = mulaw.length - queue.add(mulaw);
        facts.media(
                new Fact.MediaArrived(atNs, message, taken),
                taken < mulaw.length ? Arrays.copyOf(mulaw, taken) : mulaw);
        if (taken < mulaw.length) {
            wrong.overflow(mulaw.length - taken, message);
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
}
