package dev.sidetone.simulator.twilio;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.stream.LineStream;
import dev.sidetone.simulator.line.stream.MediaStream;
import dev.sidetone.simulator.line.stream.StreamNoun;
import dev.sidetone.simulator.line.stream.StreamSpeech;
import dev.sidetone.simulator.twilio.webhook.StreamStatusCallbacks;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One stream's place in its call, from the dial until its socket is closed. Owned by the call, on the line thread. */
abstract class StreamSlot<S extends LineStream> implements MediaStream.Owner {
    private final CallStreams streams;
    private final StreamNoun noun;
    private final StreamSpeech.StreamNames names;
    private final StreamStatusCallbacks status;
    private final S stream;
    private @Nullable Finding lastFinding;
    private boolean stopped;

    /** @param made makes the stream that is at home here */
    StreamSlot(CallStreams streams, StreamNoun noun, Function<StreamSlot<S>, S> made) {
        this.streams = streams;
        this.noun = noun;
        this.names = streams.names();
        this.status = streams.status(noun, names.streamSid());
        this.stream = made.apply(this);
    }

    final S stream() {
        return stream;
    }

    final StreamSpeech.StreamNames names() {
        return names;
    }

    final boolean isOpen() {
        return stream.isOpen();
    }

    /** The call goes on without the stream, or is told how it ended. */
    abstract void over(boolean fault, String why);

    /** Drops the socket; the call is not told any more. */
    final void cut() {
        stream.cut();
        status.stopped();
    }

    /** Whether {@code <Stop>} reaches it by {@code name}. */
    abstract boolean isNamed(String name);

    /** How many of the tracks that a call may have it takes. */
    abstract int tracks();

    /** Sends one tick's sound, if that is how it gets it. */
    abstract void carry(LineFrame said, LineFrame playing, long deadlineNs);

    /** Stops it once; one that is still being dialled is dropped. */
    final void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        if (isOpen()) {
            stream.stop();
        } else {
            cut();
            streams.left(this);
        }
    }

    final boolean isStopped() {
        return stopped;
    }

    final CallStreams streams() {
        return streams;
    }

    final StreamNoun noun() {
        return noun;
    }

    @Override
    public void streamStarted() {
        status.started();
    }

    @Override
    public final void streamFailed(Finding finding) {
        found(finding);
        streamEnded(true, "the stream could not be opened");
    }

    @Override
    public final void streamEnded(boolean fault, String why) {
        Finding told = lastFinding;
        if (fault && told != null) {
            status.failed(told.code());
        } else {
            status.stopped();
        }
        over(fault, why);
    }

    @Override
    public final void found(Finding finding) {
        lastFinding = finding;
        streams.call().found(finding);
    }
}
