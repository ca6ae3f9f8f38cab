package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.socket.Loop;
import dev.sidetone.bridge.socket.Wire;
import dev.sidetone.bridge.socket.WireListener;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.bridge.time.WallClock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An agent at the other end of a WebSocket, behind one {@link AgentDialect}: dials, dials again while the agent is busy, holds what the
 * caller says until the agent is ready, and gives up on an agent that never gets there. Lives on the call's event loop.
 */
public final class DialledAgent implements AgentLeg {
    private static final Logger LOG = LoggerFactory.getLogger(DialledAgent.class);

    /** An agent that is not ready by then never will be; the caller has heard silence all along. */
    static final long READY_TIMEOUT_NS = 10_000_000_000L;

    /** How long an agent at its limit is asked again; the caller waits that long for nothing. */
    static final long BUSY_NS = 3_000_000_000L;

    private static final long ASK_AGAIN_NS = 500_000_000L;
    private static final int NORMAL = 1000;

    /** Where the conversation stands; it only ever moves down this list. */
    private enum Stage {
        DIALLING,
        READY,
        OVER
    }

    private final Supplier<AgentDialect> dialects;
    private final Loop loop;
    private final AgentEvent.Handler events;
    private final long dialledNs;
    private final Timers.Timer readyTimeout;
    private final ArrayDeque<MulawChunk> heldAudio = new ArrayDeque<>();
    private final ArrayDeque<Character> heldKeys = new ArrayDeque<>();
    private final AgentPort port = new Port();
    private Stage stage = Stage.DIALLING;
    private AgentDialect dialect;
    private @Nullable AgentSocket socket;
    private @Nullable Wire wire;
    private @Nullable MissedTurn missed;
    private boolean busy;

    private DialledAgent(Supplier<AgentDialect> dialects, Loop loop, AgentEvent.Handler events) {
        this.dialects = dialects;
        this.dialect = dialects.get();
        this.loop = loop;
        this.events = events;
        this.dialledNs = loop.nowNs();
        this.readyTimeout = loop.after(READY_TIMEOUT_NS, () -> giveUp(loop.nowNs()));
    }

    /**
     * Dials the agent; {@code events} hears what comes of it, on {@code loop}.
     *
     * @param dialects gives a new one for every time that it is dialled
     */
    public static AgentLeg dial(Supplier<AgentDialect> dialects, Loop loop, AgentEvent.Handler events) {
        DialledAgent agent = new DialledAgent(dialects, loop, events);
        agent.dial();
        return agent;
    }

    private void dial() {
        if (stage == Stage.DIALLING) {
            AgentSocket dialled = new AgentSocket();
            socket = dialled;
            loop.dial(dialect.url(), dialect.headers(), dialled);
        }
    }

    /** What came of the last time is forgotten; the caller hears that it takes a while. */
    private void dialAgain(long nowNs) {
        socket = null;
        wire = null;
        dialect = dialects.get();
        loop.after(ASK_AGAIN_NS, this::dial);
        if (!busy) {
            busy = true;
            new AgentEvent.Busy(nowNs).deliverTo(events);
        }
    }

    @Override
    public void hear(MulawChunk audio) {
        if (stage == Stage.READY) {
            dialect.hear(audio, port);
            return;
        }
        heldAudio.add(audio);
        if (heldAudio.size() > dialect.mostHeldFrames()) {
            heldAudio.removeFirst();
        }
    }

    @Override
    public void press(char digit) {
        if (stage == Stage.READY) {
            dialect.press(digit, port);
        } else {
            heldKeys.add(digit);
        }
    }

    @Override
    public void interrupt(String answerId, long heardMs) {
        if (stage == Stage.READY) {
            dialect.interrupt(answerId, heardMs, port);
        }
    }

    @Override
    public void giveResult(ToolResult result) {
        if (stage == Stage.READY && !result.callId().isEmpty()) {
            dialect.giveResult(result, port);
        }
    }

    @Override
    public void catchUp(MissedTurn turn) {
        missed = turn;
        if (stage == Stage.READY) {
            giveMissed();
        }
    }

    @Override
    public void hangUp() {
        if (stage == Stage.READY) {
            dialect.leave(port);
        }
        become(Stage.OVER);
        close("the call is over");
    }

    private void become(Stage next) {
        stage = next;
        readyTimeout.cancel();
    }

    private void close(String reason) {
        if (wire != null) {
            wire.close(NORMAL, reason);
        }
    }

    private void giveUp(long nowNs) {
        if (stage == Stage.DIALLING) {
            fail(
                    nowNs,
                    new AgentFailure(
                            "silent-agent",
                            "the agent at " + dialect.url().getAuthority()
                                    + " took the connection but was not ready within "
                                    + READY_TIMEOUT_NS / 1_000_000_000L + " s",
                            "check that it speaks the wire that was chosen"));
            close("not ready in time");
        }
    }

    private void fail(long nowNs, AgentFailure failure) {
        boolean again = failure.code().equals(AgentFailure.BUSY) && nowNs + ASK_AGAIN_NS <= dialledNs + BUSY_NS;
        if (stage == Stage.DIALLING && again) {
            dialAgain(nowNs);
        } else if (stage != Stage.OVER) {
            become(Stage.OVER);
            LOG.warn("{}: {}; {}", failure.code(), failure.what(), failure.cure());
            new AgentEvent.Failed(nowNs, failure).deliverTo(events);
        }
    }

    private void becomeReady() {
        become(Stage.READY);
        giveMissed();
        heldAudio.forEach(audio -> dialect.hear(audio, port));
        heldAudio.clear();
        heldKeys.forEach(digit -> dialect.press(digit, port));
        heldKeys.clear();
    }

    private void giveMissed() {
        MissedTurn turn = missed;
        missed = null;
        if (turn == null) {
            return;
        }
        // Of what the caller is still saying an agent that takes no bursts hears the rest.
        String words = turn.words();
        if (dialect.takesBursts()) {
            turn.audio().forEach(audio -> dialect.hear(audio, port));
        } else if (words != null && !turn.audio().isEmpty()) {
            dialect.answer(words, port);
        }
        turn.keys().chars().forEach(digit -> dialect.press((char) digit, port));
    }

    /** What the dialect has at hand. */
    private final class Port implements AgentPort {
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
        public void tell(AgentEvent event) {
            if (stage == Stage.OVER) {
                return;
            }
            if (event instanceof AgentEvent.Failed failed) {
                close("the agent failed");
                fail(failed.atNs(), failed.failure());
                return;
            }
            if (event instanceof AgentEvent.Ready) {
                becomeReady();
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
        @WallClock("when a session expires, as the vendor tells it")
        public long nsUntil(long epochSecond) {
            return (epochSecond * 1_000 - Instant.now().toEpochMilli()) * 1_000_000L;
        }

        @Override
        public Timers timers() {
            return loop;
        }
    }

    /** The agent's socket; one that was given up is heard no more. */
    private final class AgentSocket implements WireListener {
        @Override
        public void onOpened(Wire opened, long atNs) {
            wire = opened;
            if (stage == Stage.OVER) {
                close("the call is over");
            } else {
                dialect.opened(port, atNs);
            }
        }

        @Override
        public void onText(String text, long atNs) {
            if (isHeard()) {
                dialect.read(text, port, atNs);
            }
        }

        @Override
        public void onBinary(byte[] bytes, long atNs) {
            if (isHeard()) {
                dialect.read(bytes, port, atNs);
            }
        }

        @Override
        public void onClosed(int code, String reason, long atNs) {
            if (isHeard()) {
                fail(atNs, dialect.failure(0, code, reason));
            }
        }

        @Override
        public void onFailed(int httpStatus, String why, long atNs) {
            if (isHeard()) {
                fail(atNs, dialect.failure(httpStatus, 0, why));
            }
        }

        private boolean isHeard() {
            return stage != Stage.OVER && socket == this;
        }
    }
}
