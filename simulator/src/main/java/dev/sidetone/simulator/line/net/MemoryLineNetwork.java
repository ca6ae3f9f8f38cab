package dev.sidetone.simulator.line.net;

import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.MemoryNetwork;
import dev.sidetone.bridge.socket.RequestHandler;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The line's network in memory, in manual time: what is sent on a WebSocket counts as written at once. */
public final class MemoryLineNetwork implements Network {
    private static final String REFUSED = "connection refused";

    private final MemoryNetwork net;

    public MemoryLineNetwork(MemoryNetwork net) {
        this.net = net;
    }

    @Override
    public Link request(String method, URI url, Map<String, String> headers, String body, Consumer<HttpAnswer> answer) {
        Cuttable<HttpAnswer> answered = new Cuttable<>(answer);
        net.request(method, url, headers, body, response -> answered.accept(answer(url, response)));
        return answered;
    }

    private HttpAnswer answer(URI url, RequestHandler.@Nullable Response response) {
        long nowNs = net.nowNs();
        if (response == null) {
            return new HttpAnswer.Failed(nowNs, ConnectionFailure.REFUSED, REFUSED);
        }
        String text = response.body();
        boolean tooLong = text.length() > HttpAnswer.MOST_BYTES;
        return new HttpAnswer.Answered(
                nowNs, url, response.status(), response.contentType(), text, tooLong, headers(response));
    }

    private static HttpHeaders headers(RequestHandler.Response response) {
        Map<String, List<String>> named = new HashMap<>();
        response.headers().forEach((name, value) -> named.put(name, List.of(value)));
        return HttpHeaders.of(named, (name, value) -> true);
    }

    /** The characters of a body are its bytes. */
    @Override
    public Link download(URI url, Map<String, String> headers, Consumer<Download> done) {
        Cuttable<Download> fetched = new Cuttable<>(done);
        net.request("GET", url, headers, "", response -> fetched.accept(download(url, response)));
        return fetched;
    }

    private Download download(URI url, RequestHandler.@Nullable Response response) {
        long nowNs = net.nowNs();
        if (response == null) {
            return new Download.Failed(nowNs, ConnectionFailure.REFUSED, REFUSED);
        }
        byte[] bytes = response.body().getBytes(StandardCharsets.ISO_8859_1);
        return new Download.Fetched(nowNs, url, response.status(), response.contentType(), bytes, false, null);
    }

    @Override
    public Link dial(URI url, Map<String, String> headers, StreamSocketListener listener) {
        LineEnd end = new LineEnd(listener);
        net.dial(url, headers, end);
        return end;
    }

    @Override
    public void close() {}

    /** The result of a request, which is not passed on once the request was cut. */
    private static final class Cuttable<T> implements Consumer<T>, Link {
        private @Nullable Consumer<T> result;

        Cuttable(Consumer<T> result) {
            this.result = result;
        }

        @Override
        public void accept(T came) {
            if (result != null) {
                result.accept(came);
            }
        }

        @Override
        public void cut() {
            result = null;
        }
    }

    /** The line's end of a WebSocket. */
    private final class LineEnd implements StreamSocketListener, Connection, Link {
        private final StreamSocketListener listener;
        private @Nullable Connection wire;
        private boolean cut;

        LineEnd(StreamSocketListener listener) {
            this.listener = listener;
        }

        /** The other side loses the connection. */
        @Override
        public void cut() {
            cut = true;
            if (wire != null) {
                net.drop(wire);
            }
        }

        private Connection wire() {
            Connection open = wire;
            if (open == null) {
                throw new IllegalStateException("used before it was open");
            }
            return open;
        }

        @Override
        public void send(String text) {
            wire().send(text);
            onWritten(net.nowNs());
        }

        @Override
        public void send(byte[] binary) {
            wire().send(binary);
        }

        @Override
        public void close(int code, String reason) {
            wire().close(code, reason);
        }

        @Override
        public void onOpened(Connection opened, long atNs) {
            wire = opened;
            if (cut) {
                cut();
            } else {
                listener.onOpened(this, atNs);
            }
        }

        @Override
        public void onText(String text, long atNs) {
            if (!cut) {
                listener.onText(text, atNs);
            }
        }

        @Override
        public void onBinary(byte[] bytes, long atNs) {
            if (!cut) {
                listener.onBinary(bytes, atNs);
            }
        }

        @Override
        public void onClosed(CloseCause cause, long atNs) {
            if (!cut) {
                listener.onClosed(cause, atNs);
            }
        }

        @Override
        public void onFailed(int httpStatus, String why, long atNs) {
            if (httpStatus == 0) {
                onUnreachable(ConnectionFailure.REFUSED, why, atNs);
            } else if (!cut) {
                listener.onFailed(httpStatus, why, atNs);
            }
        }

        @Override
        public void onUnreachable(ConnectionFailure trouble, String why, long atNs) {
            if (!cut) {
                listener.onUnreachable(trouble, why, atNs);
            }
        }

        @Override
        public void onHeldBack(long atNs) {
            listener.onHeldBack(atNs);
        }

        @Override
        public void onWritten(long atNs) {
            listener.onWritten(atNs);
        }
    }
}
