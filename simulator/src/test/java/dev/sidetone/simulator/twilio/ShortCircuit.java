package dev.sidetone.simulator.twilio;

import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.simulator.line.loop.LineLoop;
import dev.sidetone.simulator.line.net.Download;
import dev.sidetone.simulator.line.net.HttpAnswer;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.net.StreamSocketListener;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;

/** A network of no length: the webhook answers with a stream, and the stream's server takes everything and says nothing. */
final class ShortCircuit implements Network {
    private final LineLoop loop;

    ShortCircuit(LineLoop loop) {
        this.loop = loop;
    }

    @Override
    public Link request(String method, URI url, Map<String, String> headers, String body, Consumer<HttpAnswer> answer) {
        answer.accept(new HttpAnswer.Answered(loop.nowNs(), url, 200, "text/xml", TestServer.STREAM, false));
        return () -> {};
    }

    @Override
    public Link download(URI url, Map<String, String> headers, Consumer<Download> done) {
        return () -> {};
    }

    @Override
    public Link dial(URI url, Map<String, String> headers, StreamSocketListener listener) {
        listener.onOpened(
                new Connection() {
                    @Override
                    public void send(String text) {
                        listener.onWritten(loop.nowNs());
                    }

                    @Override
                    public void send(byte[] binary) {
                        throw new AssertionError("Twilio sends no binary messages");
                    }

                    @Override
                    public void close(int code, String reason) {
                        listener.onClosed(CloseCause.byOwner(code, reason), loop.nowNs());
                    }
                },
                loop.nowNs());
        return () -> {};
    }

    @Override
    public void close() {}
}
