package dev.sidetone.simulator.line.stream;

import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.time.Watchdog;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.fault.FaultInjector;
import dev.sidetone.simulator.line.loop.CallScheduler;
import dev.sidetone.simulator.line.net.ConnectionFailure;
import dev.sidetone.simulator.line.net.Network;
import dev.sidetone.simulator.line.net.Route;
import dev.sidetone.simulator.line.net.StreamSocketListener;
import dev.sidetone.simulator.timeline.FactSink;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One stream of a call from the dial to the closed socket. Owned by its call, on the line thread; the socket's threads only hand over
 * what arrived, with its time.
 */
// Over 300 lines because every way in which a socket can begin and end meets one state.
abstract sealed class CallStream implements StreamSocketListener permits HeardStream, OneWayStream {
    /** A server that has not answered the upgrade by then never will. */
    static final long UPGRADE_NS = 5_000_000_000L;
    /** After {@code stop} and close the server has so long to close its own end. */
    static final long CLOSE_NS = 5_000_000_000L;

    private static final int NORMAL = 1000;

    private enum State {
        DIALLING,
        OPEN,
        /** The server was sent {@code stop}; its end of the socket is awaited. */
        STOPPED,
        OVER
    }

    /** Takes the end of a stream, once. */
    interface Ended {
        /**
         * Takes the end.
         *
         * @param fault whether the stream failed rather than being ended by one of its sides
         */
        void ended(CallStream stream, boolean fault, String why);
    }

    final CallScheduler scheduler;
    final StreamRequest request;
    final FaultInjector faults;

    private final StreamEnds protocol;
    private final FactSink facts;
    private final FrameStamps stamps;
    private final Consumer<Finding> findings;
    private final Ended ended;

    private State state = State.DIALLING;
    private Route route;
    private Network.@Nullable Link link;
    private @Nullable MessageSender sender;
    private @Nullable Watchdog limit;
    private @Nullable Finding lastFinding;
    private boolean slowReaderFound;

    /** @param facts takes what was written to the socket */
    CallStream(
            CallScheduler scheduler,
            StreamRequest request,
            StreamEnds protocol,
            FaultInjector faults,
            FactSink facts,
            Consumer<Finding> findings,
            Ended ended) {
        this.scheduler = scheduler;
        this.request = request;
        this.protocol = protocol;
        this.faults = faults;
        this.facts = facts;
        this.stamps = new FrameStamps(facts, this instanceof OneWayStream);
        this.findings = findings;
        this.ended = ended;
        this.route = Route.direct(request.url());
    }

    /** The socket is open and the opening messages were sent. */
    abstract void started(long openedNs);

    /** A text message of the server arrived while the stream is open. */
    abstract void received(String text, long atNs);

    /** A binary message of the server arrived while the stream is open. */
    abstract void receivedBinary();

    /** A text message of the server arrived after the carrier had ended the stream. */
    void receivedLate(String text) {}

    /** The stream that was open is over; {@code code} is the server's closing code, if it closed. */
    abstract void over(long atNs, @Nullable Integer code, String why);

    /** Dials the server. */
    void open(Network network) {
        route = network.route(request.url());
        limit = new Watchdog(
                scheduler, UPGRADE_NS, () -> failed(StreamFindings.unreached(route, ConnectionFailure.TIMEOUT, "")));
        link = network.dial(request.url(), request.headers(), this);
    }

    final boolean isOpen() {
        return state == State.OPEN;
    }

    /** Returns whether it is dialled or open: one that was stopped only waits for its socket to close. */
    final boolean isRunning() {
        return state == State.DIALLING || state == State.OPEN;
    }

    /** Ends the stream from the carrier's side, by {@code stop} and the closing handshake; one that is still dialled is dropped. */
    final void stop() {
        MessageSender open = sender();
        if (state == State.DIALLING) {
            cut();
            ended.ended(this, false, "stopped");
        } else if (open != null) {
            String last = protocol.stop();
            if (last != null) {
                open.message(last);
            }
            leave(NORMAL, protocol.closeReason());
        }
    }

    /** Ends the open stream from the carrier's side by the closing handshake alone. */
    public final void leave(int code, String reason) {
        MessageSender open = sender();
        if (open != null) {
            state = State.STOPPED;
            open.close(code, reason);
            limit = new Watchdog(scheduler, CLOSE_NS, this::leftOpen);
        }
    }

    /** Drops the connection without a word; its end is not reported to the call. */
    final void cut() {
        drop();
        request.observer().stopped();
    }

    /** Loses the open connection, as an injected fault: there is nothing to find fault with. */
    final void loseConnection() {
        if (state == State.OPEN) {
            drop();
            over(scheduler.nowNs(), StreamClose.lost().code(), "the line dropped the connection, as dialled", true);
        }
    }

    /** Ends the open stream for a message that its protocol does not allow: {@code finding} says which. */
    final void refuse(Finding finding) {
        if (state == State.OPEN) {
            drop();
            found(finding);
            over(scheduler.nowNs(), null, "a message of the server broke the protocol, which ended the stream", true);
        }
    }

    /** The way to the server while the stream is open, else null. */
    final @Nullable MessageSender sender() {
        return state == State.OPEN ? sender : null;
    }

    /** A frame was thrown away because too many wait to be written: found once a stream. */
    final void readsTooSlowly() {
        if (!slowReaderFound) {
            slowReaderFound = true;
            found(StreamFindings.slowReader(FrameStamps.MOST));
        }
    }

    final void found(Finding finding) {
        lastFinding = finding;
        findings.accept(finding);
    }

    @Override
    public final void onOpened(Connection wire, long atNs) {
        scheduler.arrive(atNs, () -> opened(wire, atNs));
    }

    @Override
    public final void onText(String text, long atNs) {
        scheduler.arrive(atNs, () -> {
            if (state == State.OPEN) {
                received(text, atNs);
            } else if (state == State.STOPPED) {
                receivedLate(text);
            }
        });
    }

    @Override
    public final void onBinary(byte[] bytes, long atNs) {
        scheduler.arrive(atNs, () -> {
            if (state == State.OPEN) {
                receivedBinary();
            }
        });
    }

    @Override
    public final void onClosed(CloseCause cause, long atNs) {
        scheduler.arrive(atNs, () -> closed(new StreamClose(cause), atNs));
    }

    @Override
    public final void onFailed(int httpStatus, String why, long atNs) {
        scheduler.arrive(atNs, () -> failed(StreamFindings.refused(route, httpStatus)));
    }

    @Override
    public final void onUnreachable(ConnectionFailure failure, String why, long atNs) {
        scheduler.arrive(atNs, () -> failed(StreamFindings.unreached(route, failure, why)));
    }

    @Override
    public final void onHeldBack(long atNs) {
        scheduler.arrive(atNs, () -> found(StreamFindings.heldBack()));
    }

    /** Called on the thread that wrote. */
    @Override
    public final void onWritten(long atNs) {
        stamps.onWritten(atNs);
    }

    private void opened(Connection wire, long atNs) {
        if (state != State.DIALLING) {
            return;
        }
        state = State.OPEN;
        cancelLimit();
        MessageSender open = new MessageSender(wire, stamps, faults, scheduler, facts);
        sender = open;
        protocol.opening().forEach(open::message);
        started(atNs);
    }

    private void closed(StreamClose close, long atNs) {
        boolean stopped = state == State.STOPPED;
        if (state == State.OVER) {
            return;
        }
        drop();
        if (stopped) {
            over(atNs, null, "stopped", false);
            return;
        }
        Finding finding = close.finding();
        if (finding != null) {
            found(finding);
        }
        over(atNs, close.code(), close.why(), close.isFault());
    }

    private void failed(Finding finding) {
        if (state == State.DIALLING) {
            drop();
            found(finding);
            end(true, "the stream could not be opened");
        }
    }

    private void leftOpen() {
        drop();
        found(StreamFindings.leftOpen(CLOSE_NS / 1_000_000));
        over(scheduler.nowNs(), null, "stopped; the server left its socket open", false);
    }

    private void over(long atNs, @Nullable Integer code, String why, boolean fault) {
        over(atNs, code, why);
        end(fault, why);
    }

    private void end(boolean fault, String why) {
        Finding finding = lastFinding;
        if (fault && finding != null) {
            request.observer().failed(finding.code());
        } else {
            request.observer().stopped();
        }
        ended.ended(this, fault, why);
    }

    private void drop() {
        state = State.OVER;
        stamps.seal();
        cancelLimit();
        if (sender != null) {
            sender.lost();
        }
        if (link != null) {
            link.cut();
        }
    }

    private void cancelLimit() {
        if (limit != null) {
            limit.stop();
        }
    }
}
