package dev.sidetone.simulator.twilio;

import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.MemoryNetwork;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.time.ManualCalendar;
import dev.sidetone.bridge.time.ManualTimers;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.line.loop.LineLoop;
import dev.sidetone.simulator.line.net.ConnectionFailure;
import dev.sidetone.simulator.line.net.Download;
import dev.sidetone.simulator.line.net.HttpAnswer;
import dev.sidetone.simulator.line.net.MemoryLineNetwork;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.net.StreamSocketListener;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.twiml.SayVoice;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The line without its thread and without sockets: whole calls in manual time, in the thread of the test. */
final class ManualLine implements Network {
    static final URI VOICE = URI.create("http://localhost:8080/voice");
    /** Nothing is simultaneous: a message takes this long. */
    static final long HOP_NS = 100_000;
    /** As unlike zero as a real clock's, and about to overflow. */
    static final long BEGIN_NS = Long.MAX_VALUE / 2;

    final ManualTimers timers = new ManualTimers(BEGIN_NS);
    final ManualCalendar calendar = new ManualCalendar(timers, Instant.parse("2026-03-02T09:00:00Z"));
    final MemoryNetwork net = new MemoryNetwork(timers, () -> HOP_NS, calendar);
    final FactList facts = new FactList();
    private final MemoryLineNetwork plain = new MemoryLineNetwork(net);
    final LineLoop loop = new LineLoop(timers, () -> timers.after(0, this::pump));
    SayVoice words = text -> CompletableFuture.completedFuture(new byte[320]);
    /** Where the facts of the next call go. */
    FactSink sink = facts;
    /** Whether messages are lost on the way out, as when the other side reads no more. */
    boolean deaf;
    /** Whether the other side never answers a close. */
    boolean closesNever;
    /** Whether the other side's close stands for a frame that breaks the protocol, for which a real socket closes itself. */
    boolean breaksFrames;
    /** Whether the other side never answers a handshake. */
    boolean shakesNoHands;
    /** How much longer than a message the answer to a handshake takes. */
    Duration handshakeTakes = Duration.ZERO;
    /** How much longer than a message a close takes. */
    Duration closingTakes = Duration.ZERO;
    /** How long a server takes to answer a request. */
    Duration thinking = Duration.ZERO;
    /** Whether a file that is asked for never comes. */
    boolean withholdsFiles;

    private Timers.@Nullable Timer next;
    private @Nullable TwilioCall call;

    ManualLine serving(RequestHandler server) {
        net.serve("localhost:8080", server);
        return this;
    }

    /** Places a call and lets {@code time} pass. */
    ManualLine call(Caller caller, Duration time) {
        return call(CallPlan.to(VOICE).seeded(7), caller, time);
    }

    ManualLine call(CallPlan plan, Caller caller, Duration time) {
        TwilioCall placed = new TwilioCall(plan, caller, sink, loop, this, words);
        call = placed;
        placed.place(Instant.EPOCH, caller.knowsItsEdges());
        return pass(time);
    }

    ManualLine pass(Duration time) {
        timers.advance(time.toNanos());
        return this;
    }

    TwilioCall placed() {
        TwilioCall placed = call;
        if (placed == null) {
            throw new AssertionError("no call was placed");
        }
        return placed;
    }

    /** How the call came out; fails when it is not over. */
    CallOutcome outcome() {
        return placed().outcome().toCompletableFuture().getNow(null);
    }

    boolean isOver() {
        return placed().outcome().toCompletableFuture().isDone();
    }

    private void pump() {
        if (next != null) {
            next.cancel();
        }
        long waitNs = loop.run(timers.nowNs());
        next = waitNs == LineLoop.NEVER ? null : timers.after(waitNs, this::pump);
    }

    @Override
    public Link request(String method, URI url, Map<String, String> headers, String body, Consumer<HttpAnswer> answer) {
        later(thinking, () -> plain.request(method, url, headers, body, answer));
        return () -> {};
    }

    @Override
    public Link download(URI url, Map<String, String> headers, Consumer<Download> done) {
        return withholdsFiles ? () -> {} : plain.download(url, headers, done);
    }

    private void later(Duration delay, Runnable action) {
        if (delay.isZero()) {
            action.run();
        } else {
            timers.after(delay.toNanos(), action);
        }
    }

    @Override
    public Link dial(URI url, Map<String, String> headers, StreamSocketListener listener) {
        End end = new End(listener);
        if (shakesNoHands) {
            return () -> {};
        }
        later(handshakeTakes, () -> net.dial(url, headers, end));
        return () -> end.cut = true;
    }

    @Override
    public void close() {}

    /** The line's end of a WebSocket: what is sent is written at once. */
    private final class End implements StreamSocketListener, Connection {
        private final StreamSocketListener listener;
        private @Nullable Connection wire;
        boolean cut;

        End(StreamSocketListener listener) {
            this.listener = listener;
        }

        private Connection wire() {
            Connection open = wire;
            if (open == null) {
                throw new AssertionError("used before it was open");
            }
            return open;
        }

        @Override
        public void send(String text) {
            if (!deaf) {
                wire().send(text);
                onWritten(timers.nowNs());
            }
        }

        @Override
        public void send(byte[] binary) {
            wire().send(binary);
        }

        @Override
        public void close(int code, String reason) {
            if (!deaf && !closesNever) {
                later(closingTakes, () -> wire().close(code, reason));
            }
        }

        @Override
        public void onOpened(Connection opened, long atNs) {
            wire = opened;
            listener.onOpened(this, atNs);
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
                listener.onClosed(breaksFrames ? CloseCause.brokenProtocol(cause.code(), cause.reason()) : cause, atNs);
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
