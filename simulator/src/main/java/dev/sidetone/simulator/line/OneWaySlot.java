package dev.sidetone.simulator.line;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.line.stream.OneWayStream;
import dev.sidetone.simulator.line.stream.StreamNoun;

/** The place of a one-way stream: whatever becomes of it, the call goes on. Owned by the call, on the line thread. */
final class OneWaySlot extends StreamSlot {
    private final OneWayStream stream;

    OneWaySlot(CallStreams streams, StreamNoun noun) {
        super(streams, noun);
        this.stream = streams.oneWay(this);
    }

    OneWayStream stream() {
        return stream;
    }

    @Override
    boolean isOpen() {
        return stream.isOpen();
    }

    @Override
    void stopOpen() {
        stream.stop();
    }

    @Override
    void cutSocket() {
        stream.cut();
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
        stream.carry(said, playing, deadlineNs);
    }

    @Override
    void over(boolean fault, String why) {
        streams().left(this);
    }
}
