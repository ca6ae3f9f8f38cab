package dev.sidetone.simulator.twilio;

import dev.sidetone.simulator.line.net.Download;
import dev.sidetone.simulator.line.net.HttpAnswer;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.net.StreamSocketListener;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;

/** A network on which nobody ever answers. */
final class SilentNetwork implements Network {
    @Override
    public Link request(String method, URI url, Map<String, String> headers, String body, Consumer<HttpAnswer> answer) {
        return () -> {};
    }

    @Override
    public Link download(URI url, Map<String, String> headers, Consumer<Download> done) {
        return () -> {};
    }

    @Override
    public Link dial(URI url, Map<String, String> headers, StreamSocketListener listener) {
        return () -> {};
    }

    @Override
    public void close() {}
}
