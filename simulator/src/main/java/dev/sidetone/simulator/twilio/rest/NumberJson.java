package dev.sidetone.simulator.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A phone number as the REST API shows it. Source: Twilio docs, phone-numbers/api/incomingphonenumber-resource. Stateless. */
final class NumberJson {
    private static final String POST = "POST";

    private NumberJson() {}

    static ObjectNode write(AccountNumber number, String accountSid) {
        String uri = "/" + CallJson.VERSION + "/Accounts/" + accountSid + "/IncomingPhoneNumbers/" + number.sid();
        ObjectNode json = RestJson.object();
        json.put("account_sid", accountSid);
        json.put("address_requirements", "none");
        json.put("address_sid", orNull(number, "AddressSid"));
        json.put("api_version", CallJson.VERSION);
        json.put("beta", false);
        json.putObject("capabilities")
                .put("voice", number.voice())
                .put("sms", false)
                .put("mms", false)
                .put("fax", false);
        json.put("date_created", RestJson.rfc2822(number.created()));
        json.put("date_updated", RestJson.rfc2822(number.updated()));
        emergency(json, number);
        json.put("friendly_name", number.get("FriendlyName", ""));
        json.put("identity_sid", orNull(number, "IdentitySid"));
        json.put("origin", "twilio");
        json.put("phone_number", number.number());
        json.put("sid", number.sid());
        messages(json, number);
        json.put("status_callback", number.get("StatusCallback", ""));
        json.put("status_callback_method", number.get("StatusCallbackMethod", POST));
        json.put("trunk_sid", orNull(number, "TrunkSid"));
        json.put("uri", uri + ".json");
        voice(json, number);
        json.put("status", "in-use");
        json.put("bundle_sid", orNull(number, "BundleSid"));
        json.putObject("subresource_uris").put("assigned_add_ons", uri + "/AssignedAddOns.json");
        return json;
    }

    private static void emergency(ObjectNode json, AccountNumber number) {
        json.put("emergency_status", number.get("EmergencyStatus", "Inactive"));
        json.put("emergency_address_sid", orNull(number, "EmergencyAddressSid"));
        json.put("emergency_address_status", "unregistered");
    }

    private static void messages(ObjectNode json, AccountNumber number) {
        json.put("sms_application_sid", number.get("SmsApplicationSid", ""));
        json.put("sms_fallback_method", number.get("SmsFallbackMethod", POST));
        json.put("sms_fallback_url", number.get("SmsFallbackUrl", ""));
        json.put("sms_method", number.get("SmsMethod", POST));
        json.put("sms_url", number.get("SmsUrl", ""));
    }

    private static void voice(ObjectNode json, AccountNumber number) {
        json.put("voice_application_sid", number.get("VoiceApplicationSid", ""));
        json.put("voice_caller_id_lookup", Boolean.parseBoolean(number.get("VoiceCallerIdLookup", "false")));
        json.put("voice_fallback_method", number.get("VoiceFallbackMethod", POST));
        json.put("voice_fallback_url", orNull(number, "VoiceFallbackUrl"));
        json.put("voice_method", number.get("VoiceMethod", POST));
        json.put("voice_url", orNull(number, "VoiceUrl"));
        json.put("voice_receive_mode", number.get("VoiceReceiveMode", "voice"));
    }

    private static @Nullable String orNull(AccountNumber number, String name) {
        String value = number.get(name, "");
        return value.isEmpty() ? null : value;
    }
}
