package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.socket.Loop;
import dev.sidetone.bridge.socket.Wire;
import dev.sidetone.bridge.socket.WireListener;
import dev.sidetone.bridge.time.Timers;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An agent at the other end of a WebSocket, behind one {@link AgentDialect}: dials, holds what the caller says until the agent is
 * ready, and gives up on an agent that never gets there. Lives on the call's event loop.
 */
public final class DialledAgent implements AgentLeg {
    private static final Logger LOG = LoggerFactory.getLogger(DialledAgent.class);

    /** Caller audio held before the agent is ready: what a person says into a silent line before saying it again. */
    static final int MOST_HELD_FRAMES = 250;

    /** An agent that is not ready by then never will be; the caller has heard silence all along. */
    static final long READY_TIMEOUT_NS = 10_000_000_000L;

    private static final int NORMAL = 1000;

    /** Where the conversation stands; it only ever moves down this list. */
    private enum Stage {
        DIALLING,
        READY,
        OVER
    }

    private final AgentDialect dialect;
    private final AgentEvent.Handler events;
    private final Timers.Timer readyTimeout;
    private final ArrayDeque<MulawChunk> heldAudio = new ArrayDeque<>();
    private final ArrayDeque<Character> heldKeys = new ArrayDeque<>();
    private final Consumer<String> out = this::send;
    private Stage stage = Stage.DIALLING;
    private @Nullable Wire wire;

    private DialledAgent(AgentDialect dialect, Loop loop, AgentEvent.Handler events) {
        this.dialect = dialect;
        this.events = events;
        this.readyTimeout = loop.after(READY_TIMEOUT_NS, () -> giveUp(loop.nowNs()));
    }

    /** Dials the agent; {@code events} hears what comes of it, on {@code loop}. */
    public static AgentLeg dial(AgentDialect dialect, Loop loop, AgentEvent.Handler events) {
        DialledAgent agent = new DialledAgent(dialect, loop, events);
        loop.dial(dialect.url(), dialect.headers(), agent.new AgentWire());
        return agent;
    }

    @Override
    public void hear(MulawChunk audio) {
        if (stage == Stage.READY) {
            dialect.hear(audio, out);
            return;
        }
        if (heldAudio.size() == MOST_HELD_FRAMES) {
            heldAudio.removeFirst();
        }
        heldAudio.add(audio);
    }

    @Override
    public void press(char digit) {
        if (stage == Stage.READY) {
            dialect.press(digit, out);
        } else {
            heldKeys.add(digit);
        }
    }

    @Override
    public void interrupt(String answerId, long heardMs) {
        if (stage == Stage.READY) {
            dialect.interrupt(answerId, heardMs, out);
        }
    }

    @Override
    public void hangUp() {
        become(Stage.OVER);
        close("the call is over");
    }

    private void become(Stage next) {
        stage = next;
        readyTimeout.cancel();
    }

    private void send(String text) {
        if (wire != null) {
            wire.send(text);
        }
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
        if (stage != Stage.OVER) {
            become(Stage.OVER);
            LOG.warn("{}: {}", failure.what(), failure.cure());
            new AgentEvent.Failed(nowNs, failure).deliverTo(events);
        }
    }

    private void tell(AgentEvent event) {
        if (event instanceof AgentEvent.Failed failed) {
            fail(failed.atNs(), failed.failure());
            close("the agent failed");
            return;
        }
        if (event instanceof AgentEvent.Ready) {
            becomeReady();
        }
        event.deliverTo(events);
    }

    private void becomeReady() {
        become(Stage.READY);
        heldAudio.forEach(audio -> dialect.hear(audio, out));
        heldAudio.clear();
        heldKeys.forEach(digit -> dialect.press(digit, out));
        heldKeys.clear();
    }

    /** The agent's socket. */
    private final class AgentWire implements WireListener {
        @Override
        public void onOpened(Wire opened, long atNs) {
            wire = opened;
            if (stage == Stage.OVER) {
                close("the call is over");
            }
        }

        @Override
        public void onText(String text, long atNs) {
            if (stage != Stage.OVER) {
                dialect.read(text, atNs, out, DialledAgent.this::tell);
            }
        }

        @Override
        public void onBinary(byte[] bytes, long atNs) {
            // No dialect with binary audio yet: there is nothing that such a message could mean.
        }

        @Override
        public void onClosed(int code, String reason, long atNs) {
            fail(atNs, dialect.failure(0, code, reason));
        }

        @Override
        public void onFailed(int httpStatus, String why, long atNs) {
            fail(atNs, dialect.failure(httpStatus, 0, why));
        }
    }
}
