package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.bridge.time.Watchdog;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The agent's side of a call over a WebSocket, in one {@link AgentDialect}. It connects, tries again while a failure may pass, holds the
 * caller's audio until the agent is ready, and gives up on an agent that never is. Lives on the call's event loop.
 */
// Over 300 lines because dialling, dialling again and giving up share the state of one leg.
public final class RemoteAgentLeg implements AgentLeg {
    /** An agent that is not ready by then never will be; the caller has heard silence all along. */
    static final long READY_TIMEOUT_NS = 10_000_000_000L;

    /** The time for which an agent whose failure may pass is tried again; the caller waits that long for nothing. */
    static final long PATIENCE_NS = 3_000_000_000L;

    private static final long RETRY_EVERY_NS = 500_000_000L;
    private static final int NORMAL = 1000;

    /** The stages of a conversation; it only ever moves down this list. */
    private enum Stage {
        CONNECTING,
        READY,
        OVER
    }

    private final Supplier<AgentDialect> dialects;
    private final EventLoop loop;
    private final AgentEvent.Handler events;
    private final Consumer<String> warnings;
    private final Watchdog ready;
    private final Watchdog patience;
    private final PendingInput backlog = new PendingInput();
    private Stage stage = Stage.CONNECTING;
    private Session session;
    private boolean ringing;
    private boolean patient = true;

    private RemoteAgentLeg(
            Supplier<AgentDialect> dialects, EventLoop loop, AgentEvent.Handler events, Consumer<String> warnings) {
        this.warnings = warnings;
        this.dialects = dialects;
        this.session = new Session(dialects.get());
        this.loop = loop;
        this.events = events;
        this.ready = new Watchdog(loop, READY_TIMEOUT_NS, () -> giveUp(loop.nowNs()));
        this.patience = new Watchdog(loop, PATIENCE_NS - RETRY_EVERY_NS, () -> patient = false);
    }

    /**
     * Connects to the agent; {@code events} is notified on {@code loop}.
     *
     * @param dialects gives a new one for every attempt
     * @param warnings takes what the log should say of this agent
     */
    public static AgentLeg connect(
            Supplier<AgentDialect> dialects, EventLoop loop, AgentEvent.Handler events, Consumer<String> warnings) {
        RemoteAgentLeg agent = new RemoteAgentLeg(dialects, loop, events, warnings);
        agent.connect();
        return agent;
    }

    /** The same in one attempt: a failure that may pass is reported at once. */
    public static AgentLeg connectOnce(
            Supplier<AgentDialect> dialects, EventLoop loop, AgentEvent.Handler events, Consumer<String> warnings) {
        RemoteAgentLeg agent = new RemoteAgentLeg(dialects, loop, events, warnings);
        agent.patient = false;
        agent.connect();
        return agent;
    }

    private void connect() {
        if (stage == Stage.CONNECTING) {
            session.connect();
        }
    }

    /** Drops the last attempt and makes another; the caller hears it ring meanwhile. */
    private void connectAgain(long nowNs) {
        session = new Session(dialects.get());
        loop.after(RETRY_EVERY_NS, this::connect);
        if (!ringing) {
            ringing = true;
            new AgentEvent.Busy(nowNs).deliverTo(events);
        }
    }

    @Override
    public void hear(MulawChunk audio) {
        if (stage == Stage.READY) {
            session.dialect.hear(audio, session);
        } else {
            backlog.add(audio, session.dialect.mostHeldFrames());
        }
    }

    @Override
    public void press(char digit) {
        if (stage == Stage.READY) {
            session.dialect.press(digit, session);
        } else {
            backlog.add(digit);
        }
    }

    @Override
    public void interrupt(String answerId, long heardMs) {
        if (stage == Stage.READY) {
            session.dialect.interrupt(answerId, heardMs, session);
        }
    }

    @Override
    public void giveResult(ToolResult result) {
        if (stage == Stage.READY && !result.callId().isEmpty()) {
            session.memory.answered(result.callId());
            session.dialect.giveResult(result, session);
        }
    }

    @Override
    public void catchUp(MissedTurn turn) {
        backlog.add(turn);
        if (stage == Stage.READY) {
            backlog.giveTo(session.dialect, session);
        }
    }

    @Override
    public void learn(String news) {
        if (stage == Stage.READY) {
            session.dialect.learn(news, session);
        } else {
            backlog.add(news);
        }
    }

    @Override
    public void giveUp(AgentFailure failure) {
        session.report(new AgentEvent.Failed(loop.nowNs(), failure));
    }

    @Override
    public void hangUp() {
        if (stage == Stage.READY) {
            session.dialect.leave(session);
        }
        become(Stage.OVER);
        session.close("the call is over");
    }

    private void become(Stage next) {
        stage = next;
        ready.stop();
        patience.stop();
    }

    private void giveUp(long nowNs) {
        if (stage == Stage.CONNECTING) {
            fail(
                    nowNs,
                    new AgentFailure(
                            AgentFailure.Cause.SILENT,
                            "the agent at " + session.host()
                                    + " took the connection but was not ready within "
                                    + READY_TIMEOUT_NS / 1_000_000_000L + " s",
                            "check that it speaks the wire that was chosen"));
            session.close("not ready in time");
        }
    }

    private void fail(long nowNs, AgentFailure failure) {
        if (stage == Stage.CONNECTING && failure.passes() && patient) {
            connectAgain(nowNs);
        } else if (stage != Stage.OVER) {
            become(Stage.OVER);
            warnings.accept(failure.code() + ": " + failure.what() + "; " + failure.cure());
            new AgentEvent.Failed(nowNs, failure).deliverTo(events);
        }
    }

    /** One attempt to connect, and the port of its dialect; one that was given up is ignored. */
    private final class Session implements AgentPort, ConnectionListener {
        private final AgentDialect dialect;
        private final AgentMemory memory = new AgentMemory();
        private @Nullable Connection wire;
        private long stoodStillBeforeNs;

        Session(AgentDialect dialect) {
            this.dialect = dialect;
        }

        void connect() {
            CompletableFuture<Handshake> handshake = dialect.handshake();
            if (handshake.isDone()) {
                connect(handshake);
            } else {
                var unused = handshake.whenComplete((answer, why) -> loop.after(0, () -> connect(handshake)));
            }
        }

        private void connect(CompletableFuture<Handshake> answered) {
            if (!isHeard()) {
                return;
            }
            try {
                Handshake handshake = answered.join();
                stoodStillBeforeNs = ready.stoodStillNs();
                loop.dial(handshake.url(), handshake.headers(), this);
            } catch (CompletionException e) {
                Throwable why = e.getCause();
                int httpStatus = why instanceof Handshake.Refused refused ? refused.httpStatus() : 0;
                onFailed(httpStatus, String.valueOf(why == null ? e : why.getMessage()), loop.nowNs());
            }
        }

        @Override
        public void send(String text) {
            if (wire != null) {
                wire.send(text);
            }
        }

        @Override
        public void send(byte[] binary) {
            if (wire != null) {
                wire.send(binary);
            }
        }

        @Override
        public void warn(String what) {
            warnings.accept(what);
        }

        @Override
        public void report(AgentEvent event) {
            if (!isHeard()) {
                return;
            }
            AgentFailure tooMuch = memory.take(event);
            if (tooMuch != null) {
                report(new AgentEvent.Failed(event.atNs(), tooMuch));
                return;
            }
            if (event instanceof AgentEvent.Failed failed) {
                close("the agent failed");
                fail(failed.atNs(), failed.failure());
                return;
            }
            if (event instanceof AgentEvent.Ready) {
                become(Stage.READY);
                backlog.giveTo(dialect, this);
            } else if (event instanceof AgentEvent.Leaving) {
                become(Stage.OVER);
                close("the agent has left");
            }
            event.deliverTo(events);
            if (event instanceof AgentEvent.Ready && dialect.longestNs() > 0) {
                new AgentEvent.Lasts(event.atNs(), dialect.longestNs(), dialect.isRenewable()).deliverTo(events);
            }
        }

        @Override
        public long nsUntil(long epochSecond) {
            return (epochSecond * 1_000 - loop.calendar().millis()) * 1_000_000L;
        }

        @Override
        public Timers timers() {
            return loop;
        }

        @Override
        public void onOpened(Connection opened, long atNs) {
            wire = opened;
            if (!isHeard()) {
                close("the call is over");
            } else {
                dialect.opened(this, atNs);
            }
        }

        @Override
        public void onText(String text, long atNs) {
            if (isHeard()) {
                dialect.read(text, this, atNs);
            }
        }

        @Override
        public void onBinary(byte[] bytes, long atNs) {
            if (isHeard()) {
                dialect.read(bytes, this, atNs);
            }
        }

        @Override
        public void onClosed(CloseCause cause, long atNs) {
            if (isHeard()) {
                boolean closed = cause.by() == CloseCause.By.PEER;
                fail(
                        atNs,
                        closed ? dialect.failure(0, cause.code(), cause.reason()) : AgentFailures.ended(host(), cause));
            }
        }

        @Override
        public void onFailed(int httpStatus, String why, long atNs) {
            if (isHeard()) {
                AgentFailure failure = dialect.failure(httpStatus, 0, why);
                fail(atNs, httpStatus == 0 && hasStoodStill() ? failure.passing() : failure);
            }
        }

        private String host() {
            return dialect.endpoint().getAuthority();
        }

        /** A dial that took too long while the bridge stood still is no fault of the agent's. */
        private boolean hasStoodStill() {
            return ready.stoodStillNs() > stoodStillBeforeNs;
        }

        private boolean isHeard() {
            return stage != Stage.OVER && session == this;
        }

        private void close(String reason) {
            if (wire != null) {
                wire.close(NORMAL, reason);
            }
        }
    }
}
