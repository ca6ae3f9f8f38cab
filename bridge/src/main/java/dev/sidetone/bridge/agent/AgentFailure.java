package dev.sidetone.bridge.agent;

/**
 * Why there is no agent.
 *
 * @param code a finding's code: {@code agent-unreachable}, {@code agent-auth}, {@code agent-busy}, {@code agent-config},
 *     {@code silent-agent}, {@code agent-died} or {@code agent-expired}
 * @param what one sentence
 * @param cure one sentence
 * @param passes whether the next try may go well, be it half a second later
 */
public record AgentFailure(String code, String what, String cure, boolean passes) {
    /** The session reached its maximum length: another one may follow it. */
    public static final String EXPIRED = "agent-expired";

    /** One that another try does not mend. */
    public AgentFailure(String code, String what, String cure) {
        this(code, what, cure, false);
    }
}
