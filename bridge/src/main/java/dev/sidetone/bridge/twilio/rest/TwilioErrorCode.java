package dev.sidetone.bridge.twilio.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Twilio's error codes that live mode meets, with their meaning and their cure: the one table of which {@link TwilioApiException}, the
 * findings of alerts and docs/live.md take both.
 */
public enum TwilioErrorCode {
    AUTHENTICATION(
            Place.REST,
            "start",
            "account SID and token do not belong together",
            "Check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN: both are on the first page of Twilio's console, and belong"
                    + " together; a renewed token is another one.",
            20003),
    SUSPENDED(
            Place.REST,
            "any",
            "the account is suspended, closed or not active",
            "Twilio's console says why the account is suspended or closed.",
            20005,
            10001),
    TEST_CREDENTIALS(
            Place.REST,
            "start",
            "test credentials",
            "Use the live credentials: test credentials have no numbers and place no calls.",
            20008),
    NOT_FOUND(
            Place.REST,
            "number, call",
            "it is not on this account",
            "It is not on this account: check TWILIO_ACCOUNT_SID, above all where there are subaccounts.",
            20404),
    TOO_MANY_REQUESTS(
            Place.REST,
            "any",
            "too many requests",
            "Too many requests at once for the account: wait a few seconds and try again.",
            20429),
    TWILIOS_TROUBLE(
            Place.REST,
            "any",
            "Twilio has trouble of its own",
            "Twilio has trouble of its own: see https://status.twilio.com and try again.",
            20500,
            20503),
    TRIAL(Place.REST, "any", "a trial account may not do that", "Upgrade the account in Twilio's console.", 10002),
    TOO_MANY_CALLS(
            Place.REST,
            "a call",
            "as many calls as the account may have",
            "As many calls run as the account may have at once: wait for one to end.",
            10004),
    VOICE_OFF(
            Place.REST,
            "a call",
            "voice is switched off for the account",
            "Voice is switched off for the account: Twilio's support can switch it on.",
            10005),
    CALL_URL(
            Place.REST,
            "outbound",
            "Twilio cannot use the call's URL",
            "The call's URL must be a public http or https address.",
            21205),
    NOT_OWNED(
            Place.REST,
            "outbound",
            "the number to call from is not yours",
            "Call from a number that the account owns, or verify this one in Twilio's console.",
            21210),
    NO_NUMBER(
            Place.REST,
            "outbound",
            "not a telephone number",
            "Write the number with + and country code, such as +14155550100.",
            21211,
            21212,
            21217),
    NO_WAY(
            Place.REST,
            "outbound",
            "cannot be reached",
            "Twilio has no way to that number: check it, or try another.",
            21214),
    COUNTRY(
            Place.REST,
            "outbound",
            "the country is not allowed",
            "Allow the country in Twilio's console under Voice, Settings, Geo permissions; it takes a minute.",
            21215),
    BLOCKED(
            Place.REST,
            "outbound",
            "the number is blocked for the account",
            "Twilio blocks that number for the account: ask its support.",
            21216),
    UNVERIFIED(
            Place.REST,
            "outbound",
            "trial account, number not verified",
            "A trial account calls verified numbers only: verify it in Twilio's console under Phone Numbers, Verified Caller"
                    + " IDs, or upgrade the account.",
            21219),
    TRIAL_NUMBER(
            Place.REST,
            "outbound",
            "trial account: another number is meant for whom you call, or it is not verified to the end",
            "Do as Twilio's console says under Verified Caller IDs, or upgrade the account.",
            573002,
            573005),
    NOT_IN_PROGRESS(
            Place.REST,
            "hang up, transfer",
            "the call was over, or not answered yet",
            "The call had ended, or nobody had answered it yet.",
            21220),
    NOT_FETCHED(
            Place.ALERT,
            "alert",
            "Twilio could not fetch a document from the bridge",
            "Twilio could not fetch the bridge's document: was the tunnel up? Look at the round trip in live mode.",
            11200),
    NOT_CONNECTED(
            Place.ALERT,
            "alert",
            "no connection to the public address",
            "Twilio could not connect: the tunnel's far end was gone. Start it again and begin live mode anew.",
            11205),
    NO_HOST(
            Place.ALERT,
            "alert",
            "the public address's name was not found",
            "Twilio did not find the host's name: a quick tunnel has a new one at each start.",
            11210),
    NO_TWIML(
            Place.ALERT,
            "alert",
            "what was fetched is no TwiML, no XML",
            "What Twilio got was no TwiML: a tunnel's own page, perhaps. Open the voice URL in a browser.",
            12100,
            12300),
    TRIAL_TIME(
            Place.ALERT,
            "alert",
            "trial account: the call reached 10 minutes",
            "Upgrade the account in Twilio's console.",
            13805),
    STREAM_UNANSWERED(
            Place.STREAM,
            "alert",
            "the stream's address did not answer, refused, was not reachable",
            "The stream's address did not answer in time: is the tunnel up, and does it lead to the bridge's port?",
            31901,
            31902,
            31904),
    STREAM_LOST(
            Place.STREAM,
            "alert",
            "the connection was lost: the bridge or the tunnel died",
            "The stream's connection was lost: look at the bridge and at the tunnel at that time.",
            31903),
    STREAM_TLS(
            Place.STREAM,
            "alert",
            "TLS: Twilio does not believe the certificate of the stream's address",
            "Twilio does not believe the certificate of the stream's address: it must come from a public authority, with its"
                    + " whole chain.",
            31910),
    STREAM_UPGRADE(
            Place.STREAM,
            "alert",
            "the upgrade was answered with something else than 101",
            "The upgrade was answered with something else than 101: the tunnel or proxy must pass WebSockets on; 403 is the"
                    + " signature, another TWILIO_AUTH_TOKEN.",
            31920),
    STREAM_CLOSED(
            Place.STREAM,
            "alert",
            "the bridge closed the stream",
            "The bridge closed the stream, as it does after a hang-up by the agent; else look at its log around that time.",
            31921),
    STREAM_FRAMING(
            Place.STREAM,
            "alert",
            "broken WebSocket framing",
            "Something on the way broke the WebSocket's framing: try another tunnel.",
            31924);

    /** The table of docs/live.md that a code stands in. */
    public enum Place {
        REST,
        ALERT,
        STREAM
    }

    private final Place place;
    private final String where;
    private final String meaning;
    private final String cure;
    /** Separated by commas: an enum holds nothing that may change. */
    private final String codes;

    TwilioErrorCode(Place place, String where, String meaning, String cure, Integer... codes) {
        this.place = place;
        this.where = where;
        this.meaning = meaning;
        this.cure = cure;
        this.codes = Arrays.stream(codes).map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Finds the row of a code. */
    public static Optional<TwilioErrorCode> of(int code) {
        return Arrays.stream(values())
                .filter(each -> each.codes().contains(code))
                .findFirst();
    }

    /** The cure of a code, in one sentence or two; a code that is not in the table has a page of Twilio's. */
    static String cure(int code) {
        String page = code == 0
                ? "See https://status.twilio.com and try again."
                : "See https://www.twilio.com/docs/errors/" + code + " .";
        return of(code).map(TwilioErrorCode::cure).orElse(page);
    }

    public Place place() {
        return place;
    }

    /** The steps of live mode that meet it, for people. */
    public String where() {
        return where;
    }

    /** The meaning, half a sentence. */
    public String meaning() {
        return meaning;
    }

    /** The cure, in one sentence or two. */
    public String cure() {
        return cure;
    }

    public List<Integer> codes() {
        return Arrays.stream(codes.split(",")).map(Integer::valueOf).toList();
    }
}
