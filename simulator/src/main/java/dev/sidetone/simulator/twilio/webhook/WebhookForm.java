package dev.sidetone.simulator.twilio.webhook;

import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.Direction;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The form fields of Twilio's requests, in the order in which real ones were seen. Stateless. Source: Twilio docs, voice/api. */
public final class WebhookForm {
    private static final List<String> INBOUND = names(
            "Called ToState CallerCountry Direction CallerState ToZip CallSid To CallerZip ToCountry StirVerstat CallToken"
                    + " CalledZip ApiVersion CalledCity CallStatus From AccountSid CalledCountry CallerCity ToCity"
                    + " FromCountry Caller FromCity CalledState FromZip FromState");
    private static final List<String> OUTBOUND =
            names("To From Called Caller FromCity CalledState FromZip FromState CallerCountry ToCountry FromCountry"
                    + " CalledCountry ToState ToZip CallerZip CalledZip CalledCity CallerCity ToCity CallSid CallStatus"
                    + " Direction AccountSid CallerState ApiVersion");
    private static final List<String> PROGRESS =
            names("Called ToState CallerCountry Direction Timestamp CallbackSource SipResponseCode CallerState ToZip"
                    + " SequenceNumber CallSid To ToCountry CallerZip CalledZip ApiVersion CallStatus CalledCity Duration"
                    + " From CallDuration AccountSid CalledCountry CallerCity ToCity FromCountry Caller FromCity"
                    + " CalledState FromZip FromState");
    private static final List<String> PLACES = List.of("City", "State", "Zip", "Country");
    /** Countries by the beginning of a number; of every other place nothing is known, and nothing is sent. */
    private static final Map<String, String> COUNTRIES = Map.of(
            "+1", "US", "+33", "FR", "+34", "ES", "+39", "IT", "+44", "GB", "+49", "DE", "+55", "BR", "+61", "AU",
            "+81", "JP", "+91", "IN");

    private WebhookForm() {}

    /** Every field of a request for TwiML while the call has {@code status}; geography is sent even when nothing is known of it. */
    public static Map<String, String> fields(CallPlan plan, String callSid, String status) {
        Map<String, String> values = values(plan, callSid, status);
        boolean inbound = plan.direction() == Direction.INBOUND;
        if (inbound) {
            values.put("StirVerstat", "TN-Validation-Passed-A");
            values.put("CallToken", CallToken.of(plan, callSid));
        }
        Map<String, String> fields = ordered(inbound ? INBOUND : OUTBOUND, values);
        fields.putAll(plan.parameters());
        return fields;
    }

    /** Every field of a status callback of the call; {@code more} holds those that only it has. */
    static Map<String, String> progress(CallPlan plan, String callSid, String status, Map<String, String> more) {
        Map<String, String> values = values(plan, callSid, status);
        values.put("CallbackSource", "call-progress-events");
        values.putAll(more);
        return ordered(PROGRESS, values);
    }

    /** The fields as {@code application/x-www-form-urlencoded}. */
    static String encode(Map<String, String> fields) {
        StringJoiner form = new StringJoiner("&");
        fields.forEach((name, value) -> form.add(encode(name) + "=" + encode(value)));
        return form.toString();
    }

    private static Map<String, String> values(CallPlan plan, String callSid, String status) {
        Map<String, String> values = new HashMap<>();
        values.put("CallSid", callSid);
        values.put("AccountSid", plan.accountSid());
        values.put("CallStatus", status);
        values.put("Direction", plan.direction().word());
        values.put("ApiVersion", "2010-04-01");
        party(values, "From", plan.from());
        party(values, "Caller", plan.from());
        party(values, "To", plan.number());
        party(values, "Called", plan.number());
        return values;
    }

    private static void party(Map<String, String> values, String party, String number) {
        values.put(party, number);
        PLACES.forEach(place -> values.put(party + place, ""));
        COUNTRIES.forEach((code, country) -> {
            if (number.startsWith(code)) {
                values.put(party + "Country", country);
            }
        });
    }

    private static Map<String, String> ordered(List<String> order, Map<String, String> values) {
        Map<String, String> fields = new LinkedHashMap<>();
        order.forEach(name -> {
            String value = values.get(name);
            if (value != null) {
                fields.put(name, value);
            }
        });
        return fields;
    }

    private static List<String> names(String inOrder) {
        return List.of(inOrder.split(" "));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
