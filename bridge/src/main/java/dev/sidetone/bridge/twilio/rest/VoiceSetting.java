package dev.sidetone.bridge.twilio.rest;

/** A setting of a phone number that decides how calls to it are handled. */
public enum VoiceSetting {
    VOICE_URL("voice URL", "VoiceUrl", "voice_url"),
    VOICE_METHOD("voice method", "VoiceMethod", "voice_method"),
    VOICE_FALLBACK_URL("voice fallback URL", "VoiceFallbackUrl", "voice_fallback_url"),
    VOICE_FALLBACK_METHOD("voice fallback method", "VoiceFallbackMethod", "voice_fallback_method"),
    STATUS_CALLBACK("status callback", "StatusCallback", "status_callback"),
    STATUS_CALLBACK_METHOD("status callback method", "StatusCallbackMethod", "status_callback_method"),
    /** While it is set, the voice URL is not requested. */
    VOICE_APPLICATION("TwiML application", "VoiceApplicationSid", "voice_application_sid"),
    /** The same; a trunk and an application exclude each other. */
    TRUNK("SIP trunk", "TrunkSid", "trunk_sid");

    private final String words;
    private final String parameter;
    private final String field;

    VoiceSetting(String words, String parameter, String field) {
        this.words = words;
        this.parameter = parameter;
        this.field = field;
    }

    /** The setting's name for people, as in Twilio's console. */
    public String words() {
        return words;
    }

    /** The setting's name in a request. */
    public String parameter() {
        return parameter;
    }

    /** The setting's name in a response. */
    String field() {
        return field;
    }
}
