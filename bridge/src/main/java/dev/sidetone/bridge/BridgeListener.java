package dev.sidetone.bridge;

import dev.sidetone.bridge.agent.AgentTap;
import dev.sidetone.bridge.call.CallEvent;
import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.bridge.twilio.StreamTap;
import dev.sidetone.bridge.twilio.WebhookFields;
import java.util.function.Consumer;

/**
 * Receives the events of a bridge's calls from the first webhook to the last callback. Called on any event loop, so for any thread; an
 * implementation takes the event down and returns at once. Except for refusals, only requests signed by Twilio are reported.
 */
@FunctionalInterface
public interface BridgeListener {
    /** The listener to the events of a call whose stream begins. Called once a call, on the call's event loop. */
    Consumer<CallEvent> call(String callSid);

    /** The tap on a stream of a call. Called once a stream, as it starts. */
    default StreamTap stream(String callSid) {
        return StreamTap.NONE;
    }

    /** The tap on the wire to the agent of a call. Called once a call, on the call's event loop. */
    default AgentTap agentWire(String callSid) {
        return AgentTap.NONE;
    }

    /** Twilio requested a document and got it; it may request the same one again. */
    default void documentRequested(DocumentRequest request) {}

    /** A call's status callback. They may arrive in any order. */
    default void callStatus(WebhookFields fields, long atNs) {}

    /** A stream's status callback. */
    default void streamStatus(WebhookFields fields, long atNs) {}

    /** A request, a stream or a call was refused. */
    default void refused(Refusal refusal) {}

    /** The last stream of a call is over, and with it the bridge's part in the call. */
    default void ended(String callSid, StreamEnding ending, long atNs) {}

    /** The purpose of a document. */
    enum Document {
        /** For an inbound call. */
        INBOUND,
        /** For an outbound call that was answered. */
        OUTBOUND,
        /** For a call whose stream is over. */
        AFTER_STREAM
    }

    /**
     * A request by Twilio for a document.
     *
     * @param url the URL that was requested, as Twilio sees it
     * @param fields the call's numbers, direction and status, under Twilio's own names
     */
    record DocumentRequest(Document document, String url, WebhookFields fields, long atNs) {}

    /** The reason for a refusal. */
    enum RefusalReason {
        /** The signature was wrong or missing. */
        SIGNATURE,
        /** The token of a stream was wrong or missing. */
        TOKEN,
        /** The token of a stream was used before. */
        USED_TOKEN,
        /** The bridge is at its limit of calls: the caller hears a busy line. */
        BUSY
    }

    /**
     * A refused request, stream or call.
     *
     * @param path the route
     * @param callSid the CallSid where it is known and trustworthy, else empty
     */
    record Refusal(RefusalReason reason, String path, String callSid, long atNs) {}
}
