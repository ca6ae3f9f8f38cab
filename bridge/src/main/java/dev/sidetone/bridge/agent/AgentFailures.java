package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.TlsFailure;

/** Words the failures that mean the same on every wire, for the person who runs the bridge. One per dialect; immutable. */
public final class AgentFailures {
    private static final int INTERNAL_ERROR = 1011;

    private final String host;
    private final String keyName;

    /**
     * @param host the address that the bridge connected to
     * @param keyName the variable that holds the key
     */
    public AgentFailures(String host, String keyName) {
        this.host = host;
        this.keyName = keyName;
    }

    /** A refusal before the wire was open, its end, or no answer at all. */
    public AgentFailure of(int httpStatus, int closeCode, String reason) {
        if (httpStatus == 401 || httpStatus == 403) {
            return badKey();
        }
        if (httpStatus == 402) {
            return unpaid();
        }
        if (httpStatus == 429) {
            return busy("429");
        }
        if (httpStatus >= 500) {
            return broken("HTTP " + httpStatus);
        }
        if (httpStatus != 0) {
            return new AgentFailure(
                    AgentFailure.Cause.CONFIG,
                    "the agent at " + host + " answered the upgrade with HTTP " + httpStatus,
                    "check --agent-url: origin and path of the agent's WebSocket");
        }
        if (closeCode == INTERNAL_ERROR) {
            return broken("close code " + closeCode);
        }
        return closeCode == 0 ? unreachable(reason) : died(closeCode);
    }

    /** The key is none. */
    public AgentFailure badKey() {
        return new AgentFailure(
                AgentFailure.Cause.AUTH,
                "the agent at " + host + " refused the key",
                "check " + keyName + " and its access");
    }

    /** Too many calls at once. */
    public AgentFailure busy(String why) {
        return new AgentFailure(
                AgentFailure.Cause.BUSY,
                "the agent at " + host + " is at its limit (" + why + ")",
                "fewer calls at once, or a plan that allows more",
                true);
    }

    /** Nothing left to pay with. */
    public AgentFailure unpaid() {
        return new AgentFailure(
                AgentFailure.Cause.BUSY,
                "the agent's account at " + host + " has no credit or quota left",
                "check the billing of the account that " + keyName + " belongs to");
    }

    /** Its own trouble, before the session or in it; {@code how} says how that showed. */
    public AgentFailure broken(String how) {
        return new AgentFailure(
                AgentFailure.Cause.DIED,
                "the agent at " + host + " broke down by its own fault (" + how + ")",
                "try again later; should it last, look at the agent's status page or its log",
                true);
    }

    /** It does not take what the bridge asks of it. */
    public AgentFailure settings(String message) {
        return new AgentFailure(
                AgentFailure.Cause.CONFIG,
                "the agent refused its settings: " + message,
                "correct the agent's settings");
    }

    /** It has talked for as long as it may. */
    public AgentFailure tooLong() {
        return new AgentFailure(
                AgentFailure.Cause.EXPIRED, "the agent's session reached its maximum length", "keep calls shorter");
    }

    /** An end that the agent at {@code host} did not make: the connection was lost, or a limit of the bridge was reached. */
    static AgentFailure ended(String host, CloseCause cause) {
        String what = cause.words("the bridge", "the agent at " + host);
        return switch (cause.by()) {
            case MESSAGE_LIMIT ->
                new AgentFailure(
                        AgentFailure.Cause.OVERSIZE, what, "have the agent send its answers in shorter messages");
            case UNREAD_LIMIT ->
                new AgentFailure(
                        AgentFailure.Cause.UNREAD, what, "look why the agent, or a proxy before it, does not read");
            case SILENCE_LIMIT, LOSS, PEER, OWNER, PROTOCOL ->
                new AgentFailure(
                        AgentFailure.Cause.DIED, what, "look at the agent's own log, and at the network between");
        };
    }

    private AgentFailure died(int closeCode) {
        return new AgentFailure(
                AgentFailure.Cause.DIED,
                "the agent at " + host + " closed the connection unasked (" + closeCode + ")",
                "look at the agent's own log");
    }

    private AgentFailure unreachable(String reason) {
        return new AgentFailure(
                AgentFailure.Cause.UNREACHABLE,
                "the agent at " + host + " cannot be reached: " + reason,
                cureOf(reason));
    }

    private static String cureOf(String reason) {
        if (TlsFailure.isOfCertificate(reason)) {
            return "check this machine's date, and whether a proxy or a virus scanner between shows a certificate of its"
                    + " own; a server of your own needs one that a public authority signed";
        }
        return TlsFailure.isIn(reason)
                ? "check that the port in --agent-url speaks TLS: a plain server on this machine is ws://"
                : "check --agent-url and that the agent runs";
    }
}
