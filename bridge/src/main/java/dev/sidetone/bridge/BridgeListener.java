package dev.sidetone.bridge;

import dev.sidetone.bridge.call.CallEvent;
import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.bridge.twilio.StreamTap;
import dev.sidetone.bridge.twilio.WebhookFields;
import java.util.function.Consumer;

/**
 * Who watches a bridge's calls from beside them, from the first ring to the last callback. Told on whichever event loop something
 * happened on, so for any thread; an implementation puts it down and returns at once. Only what Twilio signed is told, but for refusals.
 */
@FunctionalInterface
public interface BridgeListener {
    /** The listener to the events of a call whose stream begins. Called once a call, on the call's event loop. */
    Consumer<CallEvent> call(String callSid);

    /** Who listens in on a stream of a call; asked once a stream, as it starts. */
    default StreamTap stream(String callSid) {
        return StreamTap.NONE;
    }

    /** Twilio asked for a document and got it. The same page may be asked for again. */
    default void asked(Asked asked) {}

    /** A call's status callback. They may arrive in any order. */
    default void callStatus(WebhookFields news, long atNs) {}

    /** A stream's status callback. */
    default void streamStatus(WebhookFields news, long atNs) {}

    /** Somebody was not let in. */
    default void refused(Refusal refusal) {}

    /** The bridge's part in a call is over; what comes after its last stream goes on without it. */
    default void ended(String callSid, StreamEnding how, long atNs) {}

    /** What a document is for. */
    enum Page {
        /** Somebody calls. */
        INBOUND,
        /** Somebody whom we called has answered. */
        OUTBOUND,
        /** The stream is over. */
        AFTER_STREAM
    }

    /**
     * A request for a document.
     *
     * @param url what was asked, as Twilio sees it
     * @param webhook the call's numbers, direction and status in Twilio's own fields
     */
    record Asked(Page page, String url, WebhookFields webhook, long atNs) {}

    /** Why somebody was not let in. */
    enum Why {
        SIGNATURE,
        /** The token of a stream was wrong or missing. */
        TOKEN,
        /** The token of a stream was used before. */
        USED_TOKEN,
        /** As many calls run as may: the caller hears that the line is busy. */
        BUSY
    }

    /**
     * Somebody who was not let in.
     *
     * @param path the route
     * @param callSid as far as it is known and to be believed, else empty
     */
    record Refusal(Why why, String path, String callSid, long atNs) {}
}
