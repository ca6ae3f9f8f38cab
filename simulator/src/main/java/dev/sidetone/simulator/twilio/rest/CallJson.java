package dev.sidetone.simulator.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call as the REST API shows it. Source: Twilio docs, voice/api/call-resource. */
final class CallJson {
    static final String VERSION = "2010-04-01";
    private static final List<String> PARTS = List.of(
            "notifications",
            "recordings",
            "feedback",
            "feedback_summaries",
            "payments",
            "events",
            "siprec",
            "streams",
            "user_defined_message_subscriptions",
            "user_defined_messages");

    private final NumberStore numbers;

    CallJson(NumberStore numbers) {
        this.numbers = numbers;
    }

    /** A call that is only just queued has no dates yet. */
    ObjectNode created(CallRecord entry) {
        return write(entry, new CallRecord.Now(CallStatus.QUEUED, Instant.EPOCH, Instant.EPOCH, null, null), true);
    }

    ObjectNode write(CallRecord entry) {
        return write(entry, entry.now(), false);
    }

    private ObjectNode write(CallRecord entry, CallRecord.Now now, boolean undated) {
        CallRecord.Call call = entry.call();
        String uri = "/" + VERSION + "/Accounts/" + call.accountSid() + "/Calls/" + call.sid();
        ObjectNode json = RestJson.object();
        json.put("account_sid", call.accountSid());
        json.putNull("annotation");
        json.putNull("answered_by");
        json.put("api_version", VERSION);
        json.putNull("caller_name");
        json.put("date_created", undated ? null : RestJson.rfc2822(now.created()));
        json.put("date_updated", undated ? null : RestJson.rfc2822(now.updated()));
        json.put("direction", call.direction());
        json.put("duration", duration(now));
        json.put("end_time", RestJson.rfc2822(now.ended()));
        json.putNull("forwarded_from");
        json.put("from", call.from());
        json.put("from_formatted", RestJson.formatted(call.from()));
        json.putNull("group_sid");
        json.putNull("parent_call_sid");
        json.put("phone_number_sid", numbers.sidOf(ours(call)));
        json.putNull("price");
        json.put("price_unit", "USD");
        json.put("sid", call.sid());
        json.put("start_time", RestJson.rfc2822(now.started()));
        json.put("status", now.status().word());
        parts(json.putObject("subresource_uris"), uri);
        json.put("to", call.to());
        json.put("to_formatted", RestJson.formatted(call.to()));
        json.putNull("trunk_sid");
        json.put("uri", uri + ".json");
        json.put("queue_time", "0");
        return json;
    }

    /** Whole seconds as text, once the call is over; one that was never answered took none. */
    private static @Nullable String duration(CallRecord.Now now) {
        Instant started = now.started();
        Instant ended = now.ended();
        if (ended == null) {
            return null;
        }
        return String.valueOf(
                started == null ? 0 : Duration.between(started, ended).toSeconds());
    }

    private static String ours(CallRecord.Call call) {
        return call.direction().equals("inbound") ? call.to() : call.from();
    }

    private static void parts(ObjectNode json, String uri) {
        String calls = uri.substring(0, uri.lastIndexOf('/'));
        for (String part : PARTS) {
            if (part.equals("feedback_summaries")) {
                json.put(part, calls + "/FeedbackSummary.json");
            } else {
                json.put(part, uri + "/" + camel(part) + ".json");
            }
        }
    }

    private static String camel(String part) {
        StringBuilder text = new StringBuilder();
        boolean capital = true;
        for (int i = 0; i < part.length(); i++) {
            char letter = part.charAt(i);
            if (letter != '_') {
                text.append(capital ? Character.toUpperCase(letter) : letter);
            }
            capital = letter == '_';
        }
        return text.toString();
    }
}
