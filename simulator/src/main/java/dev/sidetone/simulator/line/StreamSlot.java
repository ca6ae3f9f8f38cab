package dev.sidetone.simulator.line;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.line.stream.MediaStream;
import dev.sidetone.simulator.line.stream.StreamNoun;
import dev.sidetone.simulator.timeline.Finding;

/** One stream's place in its call, from the dial until its socket is closed. Owned by the call, on the line thread. */
abstract class StreamSlot implements MediaStream.Owner {
    private final CallStreams streams;
    private final StreamNoun noun;
    private boolean stopped;

    StreamSlot(CallStreams streams, StreamNoun noun) {
        this.streams = streams;
        this.noun = noun;
    }

    abstract boolean isOpen();

    /** Ends an open stream in peace. */
    abstract void stopOpen();

    /** Drops the socket; nothing is told any more. */
    abstract void cut();

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
            stopOpen();
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
    public final void found(Finding finding) {
        streams.call().found(finding);
    }
}
