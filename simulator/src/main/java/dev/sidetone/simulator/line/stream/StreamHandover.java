package dev.sidetone.simulator.line.stream;

import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.simulator.line.loop.CallScheduler;
import dev.sidetone.simulator.line.net.ConnectionFailure;
import dev.sidetone.simulator.line.net.StreamSocketListener;

/** Takes what a stream's socket tells, on the socket's threads, and hands it to the line thread with its time. */
final class StreamHandover implements StreamSocketListener {
    private final CallScheduler agenda;
    private final LineStream stream;

    StreamHandover(CallScheduler agenda, LineStream stream) {
        this.agenda = agenda;
        this.stream = stream;
    }

    @Override
    public void onOpened(Connection wire, long atNs) {
        agenda.arrive(atNs, () -> stream.opened(wire, atNs));
    }

    @Override
    public void onText(String text, long atNs) {
        agenda.arrive(atNs, () -> stream.text(text, atNs));
    }

    @Override
    public void onBinary(byte[] bytes, long atNs) {
        agenda.arrive(atNs, stream::binary);
    }

    @Override
    public void onClosed(int code, String reason, long atNs) {
        agenda.arrive(atNs, () -> stream.closed(new StreamClose(code, reason), atNs));
    }

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {
        agenda.arrive(atNs, () -> stream.failed(StreamFindings.refused(stream.url(), httpStatus)));
    }

    @Override
    public void onUnreachable(ConnectionFailure trouble, String why, long atNs) {
        agenda.arrive(atNs, () -> stream.failed(StreamFindings.unreached(stream.url(), trouble, why)));
    }

    @Override
    public void onWritten(long atNs) {
        stream.stamps().onWritten(atNs);
    }
}
