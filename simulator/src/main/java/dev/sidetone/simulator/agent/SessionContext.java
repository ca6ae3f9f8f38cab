package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.RequestHandler;

/**
 * Everything that one session of a fake agent is given. Used on the session's loop.
 *
 * @param terms what all sessions of the agent have in common
 * @param pacing the pieces in which the agent's audio is sent
 * @param request the upgrade request
 * @param loop owns the session
 * @param number distinguishes the session from all others of this agent
 * @param log the session's own record
 */
public record SessionContext(
        FakeAgent.Terms terms,
        Pacing pacing,
        RequestHandler.Request request,
        EventLoop loop,
        int number,
        AgentLog log) {
    /** Whether {@code fault} is injected into this agent's sessions. */
    public boolean isInjected(AgentFault fault) {
        return terms.faults().contains(fault);
    }

    /** The controller of this session's turns, which writes through {@code output}. */
    public TurnController turns(AgentOutput output) {
        return new TurnController(terms, pacing, loop, log, output);
    }
}
