package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.time.WallClock;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * A speech agent that needs no service: it listens, waits a set time, speaks with a voice of its own, stops when spoken over and
 * names the keys pressed. It speaks as its {@link FakeService} does, and as strictly.
 *
 * <p>It does not understand what is said: it speaks from its script, instructions are taken without effect, the caller's words are reported
 * as {@code .failed} or by their length, and all of the service's voices sound like its own. What its vendor takes it takes; what it does not
 * do of that it notes once.
 *
 * <p>Served by whoever owns the port; each session lives on the loop that it arrived on. The logs are for any thread.
 */
public final class FakeAgent implements RequestHandler {
    /** A load of calls must not fill the memory with what nobody reads. */
    private static final int MOST_LOGS = 256;
    /** One for the whole process, which synthesises a sentence once. */
    private static final AgentVoice VOICE = new AgentVoice();

    /** The services that all sessions share. {@code calendar} only dates their expiry. */
    public record Terms(AgentScript script, Set<AgentFault> faults, AgentVoice voice, Clock calendar) {}

    private final Terms terms;
    private final FakeService service;
    private final FakeEndpoint endpoint;
    private final CompletableFuture<Void> ready;
    private final Deque<AgentLog> logs = new ArrayDeque<>();
    private final Deque<Refusal> refusals = new ArrayDeque<>();
    private int sessions;
    private int refused;

    /**
     * A request that was refused before there was a session.
     *
     * @param number counts them from 1
     */
    public record Refusal(int number, int httpStatus, String message) {}

    /** An agent with the process's voice, which starts at once to synthesise what it does not know yet. */
    @WallClock("dates the expiry of sessions, which clients are sent")
    public FakeAgent(FakeService service, AgentScript script, Set<AgentFault> faults) {
        this(service, script, faults, VOICE, Clock.systemUTC());
    }

    /** An agent that shares {@code voice} with others. */
    public FakeAgent(
            FakeService service, AgentScript script, Set<AgentFault> faults, AgentVoice voice, Clock calendar) {
        this.terms = new Terms(script, Set.copyOf(faults), voice, calendar);
        this.service = service;
        this.endpoint = service.endpoints().get();
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

    /** The number of the oldest session of {@link #logs}, which counts from 1. */
    public int firstSession() {
        synchronized (logs) {
            return sessions - logs.size() + 1;
        }
    }

    /** The requests that were refused before there was a session, oldest first, the last {@value #MOST_LOGS}. */
    public List<Refusal> refusals() {
        synchronized (logs) {
            return List.copyOf(refusals);
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

    /** The service that it stands in for. */
    public FakeService service() {
        return service;
    }

    /** The path on its server. */
    public String path() {
        return endpoint.path();
    }

    @Override
    public Response answer(Request request, EventLoop loop) {
        return endpoint.isAt(request.path())
                ? Response.text(426, "this is a WebSocket")
                : Response.text(404, "the agent is at " + endpoint.path());
    }

    @Override
    public Upgrade upgrade(Request request, EventLoop loop) {
        Upgrade.Refuse refusal = endpoint.isAt(request.path())
                ? endpoint.refusal(terms.faults(), request)
                : new Upgrade.Refuse(404, "the agent is at " + endpoint.path());
        if (refusal != null) {
            note(refusal.response());
            return refusal;
        }
        AgentLog log = new AgentLog();
        SessionContext context = new SessionContext(terms, endpoint.pacing(), request, loop, register(log), log);
        return new Upgrade.Accept(new LoggedSession(endpoint.session(context), log, terms.faults()));
    }

    private void note(Response response) {
        String message = JsonText.of(ClientMessage.json(response.body()).at("/error/message"), response.body());
        synchronized (logs) {
            if (refusals.size() == MOST_LOGS) {
                refusals.removeFirst();
            }
            refusals.addLast(new Refusal(++refused, response.status(), message));
        }
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
