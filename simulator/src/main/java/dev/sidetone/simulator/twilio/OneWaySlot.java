package dev.sidetone.simulator.twilio;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.line.stream.OneWayStream;
import dev.sidetone.simulator.line.stream.StreamNoun;

/** The place of a one-way stream: whatever becomes of it, the call goes on. Owned by the call, on the line thread. */
final class OneWaySlot extends StreamSlot<OneWayStream> {
    OneWaySlot(CallStreams streams, StreamNoun noun) {
        super(streams, noun, streams::oneWay);
    }

    @Override
    boolean isNamed(String name) {
        return !isStopped() && noun().name().equals(name);
    }

    @Override
    int tracks() {
        return isStopped() ? 0 : noun().track().count();
    }

    @Override
    void carry(LineFrame said, LineFrame playing, long deadlineNs) {
        stream().carry(said, playing, deadlineNs);
    }

    @Override
    void over(boolean fault, String why) {
        streams().left(this);
    }
}
