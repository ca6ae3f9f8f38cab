package dev.sidetone.simulator.twilio;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.line.stream.MediaStream;
import dev.sidetone.simulator.line.stream.StreamNoun;

/** The place of the stream that the caller hears. Owned by the call, on the line thread. */
final class TwoWaySlot extends StreamSlot<MediaStream> {
    TwoWaySlot(CallStreams streams, StreamNoun noun) {
        super(streams, noun, streams::twoWay);
    }

    @Override
    boolean isNamed(String name) {
        return false;
    }

    @Override
    int tracks() {
        return 0;
    }

    /** The tick itself feeds it. */
    @Override
    void carry(LineFrame said, LineFrame playing, long deadlineNs) {}

    @Override
    public void streamStarted() {
        super.streamStarted();
        streams().call().streamStarted();
    }

    @Override
    void over(boolean fault, String why) {
        if (streams().left(this)) {
            streams().call().streamOver(fault, why);
        }
    }
}
