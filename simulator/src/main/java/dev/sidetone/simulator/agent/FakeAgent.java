package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.socket.Loop;
import dev.sidetone.bridge.socket.Site;
import dev.sidetone.bridge.time.WallClock;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * A speech agent that needs no service: it listens, waits a dialled time, speaks with a voice of its own, stops when spoken over and
 * names the keys pressed. It speaks one of {@link FakeWire}, as strictly as the service does.
 *
 * <p>It does not understand what is said: it speaks from its script, instructions are taken without effect, the caller's words are told
 * as {@code .failed} or by their length, and all of the service's voices sound like its own. What it cannot do otherwise it refuses.
 *
 * <p>Served by whoever owns the port; each session lives on the loop that it arrived on. The logs are for any thread.
 */
public final class FakeAgent implements Site {
    /** A load of calls must not fill the memory with what nobody reads. */
    private static final int MOST_LOGS = 256;

    /** What all sessions have in common. {@code calendar} only dates their expiry. */
    record Terms(FakeWire wire, AgentScript script, Set<AgentFault> faults, AgentVoice voice, Clock calendar) {
        boolean suffer(AgentFault fault) {
            return faults.contains(fault);
        }
    }

    private final Terms terms;
    private final AgentDoor door;
    private final CompletableFuture<Void> ready;
    private final Deque<AgentLog> logs = new ArrayDeque<>();
    private int sessions;

    /** An agent on OpenAI's wire with a voice of its own, which it starts to practise at once. */
    public FakeAgent(AgentScript script) {
        this(FakeWire.OPENAI, script, Set.of());
    }

    /** An agent with a voice of its own, which it starts to practise at once. */
    @WallClock("dates the expiry of sessions, which clients are told")
    public FakeAgent(FakeWire wire, AgentScript script, Set<AgentFault> faults) {
        this(wire, script, faults, new AgentVoice(), Clock.systemUTC());
    }

    /** An agent that shares {@code voice} with others. */
    public FakeAgent(FakeWire wire, AgentScript script, Set<AgentFault> faults, AgentVoice voice, Clock calendar) {
        this.terms = new Terms(wire, script, Set.copyOf(faults), voice, calendar);
        this.door = wire.door();
        this.ready = voice.learn(script);
    }

    /**
     * Done when everything it will ever say is synthesised, which takes less than a second and begins with the greeting. It may be
     * served before that; an answer that is not there yet when it is due comes late.
     */
    public CompletableFuture<Void> ready() {
        return ready.copy();
    }

    /** The truth about every session, oldest first, of the last {@value #MOST_LOGS}. */
    public List<AgentLog> logs() {
        synchronized (logs) {
            return List.copyOf(logs);
        }
    }

    /**
     * The truth about the latest session.
     *
     * @throws IllegalStateException if there was none
     */
    public AgentLog log() {
        synchronized (logs) {
            if (logs.isEmpty()) {
                throw new IllegalStateException("nobody has called this agent yet");
            }
            return logs.getLast();
        }
    }

    /** The wire that it speaks. */
    public FakeWire wire() {
        return terms.wire();
    }

    @Override
    public Response answer(Request request, Loop loop) {
        return door.isAt(request.path())
                ? Response.text(426, "this is a WebSocket")
                : Response.text(404, "the agent is at " + door.path());
    }

    @Override
    public Upgrade upgrade(Request request, Loop loop) {
        if (!door.isAt(request.path())) {
            return new Upgrade.Refuse(404, "the agent is at " + door.path());
        }
        Upgrade.Refuse refusal = door.refusal(terms, request);
        if (refusal != null) {
            return refusal;
        }
        AgentLog log = new AgentLog();
        AgentDoor.Visit visit = new AgentDoor.Visit(terms, request, loop, register(log), log);
        return new Upgrade.Accept(new WatchedVisit(door.session(visit), log));
    }

    private int register(AgentLog log) {
        synchronized (logs) {
            if (logs.size() == MOST_LOGS) {
                logs.removeFirst();
            }
            logs.addLast(log);
            return ++sessions;
        }
    }
}
