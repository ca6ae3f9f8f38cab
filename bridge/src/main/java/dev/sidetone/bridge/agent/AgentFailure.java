package dev.sidetone.bridge.agent;

/**
 * Why there is no agent.
 *
 * @param code a finding's code: {@code agent-unreachable}, {@code agent-auth}, {@code agent-busy}, {@code agent-config},
 *     {@code silent-agent}, {@code agent-died} or {@code agent-expired}
 * @param what one sentence
 * @param cure one sentence
 */
public record AgentFailure(String code, String what, String cure) {
    /** The agent is at its limit: worth another try. */
    public static final String BUSY = "agent-busy";

    /** The session reached its maximum length: another one may follow it. */
    public static final String EXPIRED = "agent-expired";
}
