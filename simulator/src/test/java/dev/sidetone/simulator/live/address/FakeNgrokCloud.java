package dev.sidetone.simulator.live.address;

import com.ngrok.EdgeBuilder;
import com.ngrok.Forwarder;
import com.ngrok.HttpBuilder;
import com.ngrok.Listener;
import com.ngrok.Session;
import com.ngrok.TcpBuilder;
import com.ngrok.TlsBuilder;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What ngrok's SDK talks to, without its library: takes down what it is asked. For any thread. */
final class FakeNgrokCloud {
    final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Runnable sessionClosed = () -> {};

    void whenSessionCloses(Runnable action) {
        sessionClosed = action;
    }

    Session connect(Session.Builder builder) {
        asked.add("connect");
        return new FakeSession();
    }

    private final class FakeSession implements Session {
        @Override
        public Forwarder.Endpoint forwardHttp(HttpBuilder endpoint, URL to) throws IOException {
            String domain = endpoint.getDomain().orElse("random.ngrok.app");
            asked.add(domain + " to " + to);
            if (domain.startsWith("taken")) {
                throw new IOException("ERR_NGROK_334 the endpoint is online already");
            }
            return new FakeForwarder("https://" + domain);
        }

        @Override
        public void close() {
            asked.add("close session");
            sessionClosed.run();
        }

        @Override
        public String getId() {
            return "id";
        }

        @Override
        public String getMetadata() {
            return "";
        }

        @Override
        public Listener.Endpoint listenHttp(HttpBuilder endpoint) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Listener.Endpoint listenTcp(TcpBuilder endpoint) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Forwarder.Endpoint forwardTcp(TcpBuilder endpoint, URL to) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Listener.Endpoint listenTls(TlsBuilder endpoint) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Forwarder.Endpoint forwardTls(TlsBuilder endpoint, URL to) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Listener.Edge listenEdge(EdgeBuilder edge) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Forwarder.Edge forwardEdge(EdgeBuilder edge, URL to) {
            throw new AssertionError("not asked for");
        }

        @Override
        public void closeListener(String id) {
            asked.add("close listener");
        }

        @Override
        public void closeForwarder(String id) {
            asked.add("close forwarder");
        }
    }

    private final class FakeForwarder implements Forwarder.Endpoint {
        private final String url;

        FakeForwarder(String url) {
            this.url = url;
        }

        @Override
        public String getUrl() {
            return url;
        }

        @Override
        public String getProto() {
            return "https";
        }

        @Override
        public String getId() {
            return "id";
        }

        @Override
        public String getMetadata() {
            return "";
        }

        @Override
        public String getForwardsTo() {
            return "";
        }

        @Override
        public void join() {}

        @Override
        public void close() {
            asked.add("close forwarder");
        }
    }
}
