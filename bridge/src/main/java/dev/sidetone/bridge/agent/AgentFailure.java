package dev.sidetone.bridge.agent;

/**
 * The reason why there is no agent.
 *
 * @param cause its kind
 * @param what one sentence
 * @param cure one sentence
 * @param passes whether a retry, even half a second later, may succeed
 */
public record AgentFailure(Cause cause, String what, String cure, boolean passes) {
    /** The kinds of failures, each with the code under which logs, metrics and findings name it. */
    public enum Cause {
        /** The agent refused the key. */
        AUTH("agent-auth"),
        /** The agent is at its limit, or has nothing left to be paid with. */
        BUSY("agent-busy"),
        /** The agent refused its settings or its address. */
        CONFIG("agent-config"),
        /** Nobody answers at the agent's address. */
        UNREACHABLE("agent-unreachable"),
        /** The agent never became ready. */
        SILENT("silent-agent"),
        /** The agent broke down, or closed the connection unasked. */
        DIED("agent-died"),
        /** A message of the agent was longer than the bridge takes. */
        OVERSIZE("agent-oversize"),
        /** The agent does not read: more waited for it than the bridge holds. */
        UNREAD("agent-not-reading"),
        /** The agent is connected, and sends nothing although the caller waits for an answer. */
        STALLED("agent-stalled"),
        /** The session reached its maximum length: another one may follow it. */
        EXPIRED("agent-expired");

        private final String code;

        Cause(String code) {
            this.code = code;
        }
    }

    /** One that another try does not mend. */
    public AgentFailure(Cause cause, String what, String cure) {
        this(cause, what, cure, false);
    }

    /** The same, which may go well half a second later. */
    AgentFailure passing() {
        return new AgentFailure(cause, what, cure, true);
    }

    /** The code of its cause. */
    public String code() {
        return cause.code;
    }
}
