package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.simulator.findings.ConnectionCode;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.findings.WebhookCode;
import dev.sidetone.simulator.line.net.Route;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The findings about a document that should be TwiML. Stateless. */
public final class TwimlFindings {
    /** The line cannot do yet what Twilio would. */
    public static final String NOT_CARRIED_OUT = "not-carried-out";

    private static final String PAST_JSON =
            "Send TwiML as it is, past the framework's JSON: Response(content=twiml, media_type=\"text/xml\") in FastAPI,"
                    + " res.type(\"text/xml\").send(twiml) in Express.";

    private static final Set<String> KNOWN = Set.of(
            "Client",
            "Conference",
            "Connect",
            "ConversationRelay",
            "Dial",
            "Echo",
            "Enqueue",
            "Gather",
            "Hangup",
            "Language",
            "Leave",
            "Number",
            "Parameter",
            "Pause",
            "Pay",
            "Play",
            "Record",
            "Redirect",
            "Refer",
            "Reject",
            "Say",
            "Sip",
            "Start",
            "Stop",
            "Stream");
    /** The verbs into which nouns belong. */
    private static final Map<String, String> NOUNS = Map.of(
            "Stream",
            "Connect",
            "ConversationRelay",
            "Connect",
            "Language",
            "ConversationRelay",
            "Parameter",
            "Stream",
            "Number",
            "Dial",
            "Client",
            "Dial",
            "Sip",
            "Dial",
            "Conference",
            "Dial");

    private TwimlFindings() {}

    static Finding status(Route route, int status) {
        String named = route.asNamed();
        String cure =
                switch (status) {
                    case 401, 403 -> signature(route);
                    case 404 -> "Serve the voice webhook at this path, or correct the URL" + or(named);
                    case 405 -> "Accept POST at this path, or ask by GET: --method GET.";
                    default -> "Look into the server's log for this request; answer 200 with TwiML" + or(named);
                };
        String what = "The webhook " + route.place() + " answered with HTTP status " + status + ".";
        return WebhookCode.HTTP_ERROR.found(what, cure);
    }

    private static String signature(Route route) {
        String option = route.asPublic();
        return "Check the signature against the same auth token and the URL that was requested"
                + (option == null
                        ? "."
                        : "; a server that checks against its public address is called with " + option + ".");
    }

    private static String or(@Nullable String option) {
        return option == null ? "." : ", or have it dialled at --to: " + option + ".";
    }

    static Finding contentType(URI url, String contentType, String body) {
        String type = contentType.isEmpty() ? "no content type" : "content type " + contentType;
        String what = "The webhook " + url + " answered with " + type + ", which is not TwiML.";
        boolean jsonString = body.strip().startsWith("\"") && body.contains("<Response");
        return jsonString
                ? WebhookCode.WRONG_CONTENT_TYPE.found(what, PAST_JSON)
                : WebhookCode.WRONG_CONTENT_TYPE.found(what);
    }

    static Finding tooLong(URI url) {
        return WebhookCode.ANSWER_TOO_LONG.found("The TwiML of " + url + " is longer than 64 kB.");
    }

    static Finding notXml(URI url, BrokenXml.Problem broken) {
        return WebhookCode.NOT_TWIML.found(
                "The answer of " + url + " is not XML: " + broken.what() + ".", broken.cure());
    }

    static Finding empty(URI url) {
        return WebhookCode.NOT_TWIML.found(
                "The answer of " + url + " is empty.", "Answer with TwiML; one that does nothing is <Response/>.");
    }

    static Finding page(URI url, String title) {
        return WebhookCode.NOT_TWIML.found(
                "The answer of " + url + " is an HTML page" + (title.isEmpty() ? "" : " (\"" + title + "\")")
                        + ", not TwiML.",
                "Correct the URL's path, or answer it with TwiML.");
    }

    static Finding plainText(URI url, String text) {
        return WebhookCode.NOT_TWIML.found(
                "The answer of " + url + " is plain text: \"" + text + "\".",
                "Answer with TwiML: <Response><Say>…</Say></Response>; or as text/plain, to have it spoken.");
    }

    static Finding json(URI url) {
        return WebhookCode.NOT_TWIML.found(
                "The answer of " + url + " is JSON.", "Answer with TwiML: <Response>…</Response> as text/xml.");
    }

    static Finding jsonString(URI url) {
        return WebhookCode.NOT_TWIML.found("The answer of " + url + " is TwiML within a JSON string.", PAST_JSON);
    }

    static Finding escaped(URI url) {
        return WebhookCode.NOT_TWIML.found(
                "The answer of " + url + " is TwiML whose < is written &lt;.",
                "Send the document itself: the template or the framework escapes it as text.");
    }

    static Finding phpMessage(URI url, String place, String message) {
        return WebhookCode.NOT_TWIML.found(
                "The answer of " + url + " has a message of PHP " + place + " its TwiML: \"" + message + "\".",
                "Mend what it reports, and keep such messages out of answers: display_errors=Off, log_errors=On.");
    }

    static Finding blankBefore(URI url, boolean line) {
        return WebhookCode.NOT_TWIML.found(
                "The answer of " + url + " has " + (line ? "a blank line" : "blanks") + " before <?xml.",
                "Begin <?xml on the first line of the template or the string, or leave <?xml …?> out.");
    }

    static Finding besides(URI url, String text, String place) {
        return WebhookCode.NOT_TWIML.found(
                "The answer of " + url + " has \"" + text + "\" " + place + ".", "Send nothing " + place + ".");
    }

    static Finding secondRoot(URI url, String tag) {
        return WebhookCode.NOT_TWIML.found(
                "The answer of " + url + " has " + tag + " behind its end.",
                "Answer with one <Response>, closed once.");
    }

    static Finding documentType(URI url) {
        return WebhookCode.NOT_TWIML.found(
                "The answer of " + url + " has a <!DOCTYPE>, which TwiML has not.", "Leave the <!DOCTYPE> out.");
    }

    static Finding notTwiml(URI url, String root) {
        return WebhookCode.NOT_TWIML.found(
                "The answer of " + url + " is not TwiML: its root is <" + root + ">, not <Response>.",
                "Wrap the verbs in <Response>.");
    }

    static Finding noStream(List<String> verbs) {
        String seen = verbs.isEmpty() ? "no verb at all" : "only <" + String.join(">, <", verbs) + ">";
        return WebhookCode.STREAM_NEVER_CAME.found("The TwiML held " + seen + " and no stream was opened.");
    }

    static Finding unknownVerb(String name) {
        String right = KNOWN.stream().filter(name::equalsIgnoreCase).findAny().orElse("");
        String cure = right.isEmpty() ? "Correct the name." : "Write <" + right + ">: capitals count.";
        if (NOUNS.containsKey(right)) {
            cure = "Put <" + right + "> into <" + NOUNS.get(right) + ">.";
        }
        return WebhookCode.INVALID_TWIML.found("TwiML has no verb <" + name + ">: it was skipped.", cure);
    }

    static Finding invalid(String what, String cure) {
        return WebhookCode.INVALID_TWIML.found(what, cure);
    }

    static Finding notCarriedOut(String verb, boolean blocking) {
        String then = blocking ? "the call was hung up there" : "the call went on without it";
        return WebhookCode.NOT_CARRIED_OUT.found(
                "This version of the line does not carry out <" + verb + ">: " + then + ".");
    }

    static Finding speech(String input) {
        return WebhookCode.NOT_CARRIED_OUT.found(
                "<Gather input=\"" + input + "\">: speech is not recognised on this line, only keys are taken.",
                "Press keys in the test, or take the speech from a <Stream>.");
    }

    static Finding nobody(String noun) {
        return WebhookCode.NOT_CARRIED_OUT.found(
                "<Dial><" + noun + "> reaches nobody on this line.",
                "Dial a <Number>, <Client>, <Sip> or <Conference> here.");
    }

    static Finding callerId(String callerId) {
        return WebhookCode.CALLER_ID_INVALID.found("The callerId of <Dial>, \"" + callerId + "\", is no number.");
    }

    static Finding dialledNumber(String number) {
        return WebhookCode.NUMBER_INVALID.found("<Dial> cannot ring \"" + number + "\": it is no telephone number.");
    }

    static Finding malformedAction(String verb, String action) {
        return WebhookCode.URL_MALFORMED.found("The URL of <" + verb + ">, \"" + action + "\", is none.");
    }

    static Finding malformedPlay(String url) {
        return WebhookCode.URL_MALFORMED.found("The URL of <Play>, \"" + url + "\", is none: nothing was played.");
    }

    static Finding lateFile(String url, long seconds) {
        return WebhookCode.NOT_REACHED.found(
                "The file of <Play>, " + url + ", was not there within " + seconds + " s: nothing was played.",
                "Serve the file faster, or make it smaller.");
    }

    static Finding track(String track) {
        return ConnectionCode.WRONG_TRACK.found(
                "<Start><Stream> has track=\"" + track + "\".", "Use inbound_track, outbound_track or both_tracks.");
    }

    static Finding tooManyTracks(int most) {
        return WebhookCode.TOO_MANY_TRACKS.found(
                "The call has more than " + most + " tracks in one-way streams: this one was not opened.");
    }

    static Finding noSuchStream(String name) {
        return WebhookCode.INVALID_TWIML.found(
                "<Stop> names the stream \"" + name + "\", and no one-way stream of that name runs.",
                "Give <Start><Stream> and <Stop><Stream> the same name; a <Connect> ends when its socket is closed.");
    }

    static Finding takenName(String name) {
        return WebhookCode.INVALID_TWIML.found(
                "A stream with the name \"" + name + "\" runs already: <Stop> will reach one of them only.",
                "Give every stream of a call a name of its own.");
    }

    static Finding documentLoop(int documents) {
        return WebhookCode.REDIRECT_LOOP.found(
                "The server kept the call going round: " + documents
                        + " TwiML documents in a row that took no time at all.",
                "Let the documents end with <Hangup/>, or put a <Pause> before <Redirect>.");
    }
}
