package dev.sidetone.simulator.line.twiml;

import dev.sidetone.simulator.timeline.Finding;
import dev.sidetone.simulator.timeline.Severity;
import java.net.URI;
import java.util.List;

/** What can be wrong with an answer that should be TwiML, in Twilio's codes. Stateless. */
public final class TwimlFindings {
    /** The line cannot do yet what Twilio would. */
    public static final String NOT_CARRIED_OUT = "not-carried-out";

    private TwimlFindings() {}

    static Finding status(URI url, int status) {
        String cure =
                switch (status) {
                    case 401, 403 -> "Check the signature against the same auth token and the URL that was requested.";
                    case 404 -> "Serve the voice webhook at this path, or correct the URL.";
                    case 405 -> "Accept POST at this path.";
                    default -> "Look into the server's log for this request; answer 200 with TwiML.";
                };
        return error("11200", "The webhook " + url + " answered with HTTP status " + status + ".", cure);
    }

    static Finding contentType(URI url, String contentType) {
        String type = contentType.isEmpty() ? "no content type" : "content type " + contentType;
        return error(
                "12300",
                "The webhook " + url + " answered with " + type + ", which is not TwiML.",
                "Answer with Content-Type: text/xml.");
    }

    static Finding tooLong(URI url) {
        return error(
                "11750",
                "The TwiML of " + url + " is longer than 64 kB.",
                "Shorten the document; long audio and long texts go to URLs of their own.");
    }

    static Finding notXml(URI url, String why) {
        return error(
                "12100", "The answer of " + url + " is not XML: " + why, "Build TwiML with a library that escapes it.");
    }

    static Finding empty(URI url) {
        return error(
                "12100",
                "The answer of " + url + " is empty.",
                "Answer with TwiML; one that does nothing is <Response/>.");
    }

    static Finding page(URI url) {
        return error(
                "12100",
                "The answer of " + url + " is an HTML page, not TwiML.",
                "Correct the URL's path, or answer it with TwiML.");
    }

    static Finding documentType(URI url) {
        return error(
                "12100",
                "The answer of " + url + " has a <!DOCTYPE>, which TwiML has not.",
                "Leave the <!DOCTYPE> out.");
    }

    static Finding notTwiml(URI url, String root) {
        return error(
                "12100",
                "The answer of " + url + " is not TwiML: its root is <" + root + ">, not <Response>.",
                "Wrap the verbs in <Response>.");
    }

    static Finding noStream(List<String> verbs) {
        String seen = verbs.isEmpty() ? "no verb at all" : "only <" + String.join(">, <", verbs) + ">";
        return error(
                "stream-never-came",
                "The TwiML held " + seen + " and no stream was opened.",
                "Answer the voice webhook with <Connect><Stream url=\"wss://…\"/></Connect>.");
    }

    static Finding unknownVerb(String verb) {
        return warning(
                "12200", "TwiML has no verb <" + verb + ">: it was skipped.", "Correct the name; capitals count.");
    }

    static Finding notCarriedOut(String verb) {
        return warning(
                NOT_CARRIED_OUT,
                "This version of the line does not carry out <" + verb + ">: the call was hung up there.",
                "Test what follows on a real Twilio number, or leave the verb out here.");
    }

    static Finding malformedAction(String action) {
        return error(
                "11100", "The action of <Connect>, \"" + action + "\", is no URL.", "Give an absolute URL or a path.");
    }

    static Finding documentLoop(int documents) {
        return error(
                "redirect-loop",
                "The server kept the call going round: " + documents + " TwiML documents in one call.",
                "Let the action's TwiML end with <Hangup/> instead of another <Connect>.");
    }

    private static Finding error(String code, String what, String cure) {
        return new Finding(code, Severity.ERROR, what, cure, null);
    }

    private static Finding warning(String code, String what, String cure) {
        return new Finding(code, Severity.WARNING, what, cure, null);
    }
}
