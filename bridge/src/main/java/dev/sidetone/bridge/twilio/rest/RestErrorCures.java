package dev.sidetone.bridge.twilio.rest;

import java.util.Map;

/** The cures for errors of Twilio's REST API, a sentence each. Stateless. */
final class RestErrorCures {
    private static final String OTHER = "See https://www.twilio.com/docs/errors/";
    private static final String E164 = "Write the number with + and country code, such as +14155550100.";

    private static final Map<Integer, String> CURES = Map.ofEntries(
            Map.entry(
                    20003,
                    "Check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN: both are on the first page of Twilio's console, and"
                            + " belong together."),
            Map.entry(20005, "Twilio's console says why the account is suspended or closed."),
            Map.entry(20008, "Use the live credentials: test credentials have no numbers and place no calls."),
            Map.entry(
                    20404,
                    "It is not on this account: check TWILIO_ACCOUNT_SID, above all where there are subaccounts."),
            Map.entry(20429, "Too many requests at once for the account: wait a few seconds and try again."),
            Map.entry(20500, "Twilio has trouble of its own: see https://status.twilio.com and try again."),
            Map.entry(20503, "Twilio has trouble of its own: see https://status.twilio.com and try again."),
            Map.entry(10001, "Twilio's console says why the account is not active."),
            Map.entry(10004, "As many calls run as the account may have at once: wait for one to end."),
            Map.entry(10005, "Voice is switched off for the account: Twilio's support can switch it on."),
            Map.entry(21205, "The call's URL must be a public http or https address."),
            Map.entry(21210, "Call from a number that the account owns, or verify this one in Twilio's console."),
            Map.entry(21211, E164),
            Map.entry(21212, E164),
            Map.entry(21214, "Twilio has no way to that number: check it, or try another."),
            Map.entry(
                    21215,
                    "Allow the country in Twilio's console under Voice, Settings, Geo permissions; it takes a minute."),
            Map.entry(21216, "Twilio blocks that number for the account: ask its support."),
            Map.entry(21217, E164),
            Map.entry(
                    21219,
                    "A trial account calls verified numbers only: verify it in Twilio's console under Phone Numbers,"
                            + " Verified Caller IDs, or upgrade the account."),
            Map.entry(21220, "The call had ended, or nobody had answered it yet."));

    private RestErrorCures() {}

    static String of(int code) {
        String cure = CURES.get(code);
        if (cure != null) {
            return cure;
        }
        return code == 0 ? "See https://status.twilio.com and try again." : OTHER + code + " .";
    }
}
