package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.findings.WebhookCode;
import dev.sidetone.simulator.line.net.Route;
import java.net.URI;

/** The findings about the file of a {@code <Play>}. Stateless. */
final class SoundFindings {
    private SoundFindings() {}

    static Finding unreached(Route route, String why) {
        String option = route.asNamed();
        return WebhookCode.HTTP_ERROR.found(
                "The file of <Play>, " + route.place() + ", could not be fetched: " + why + ".",
                "Start the server that holds it, or correct the URL"
                        + (option == null ? "." : ", or have it dialled at --to: " + option + "."));
    }

    static Finding status(URI url, int status) {
        return WebhookCode.HTTP_ERROR.found(
                "The file of <Play>, " + url + ", was answered with HTTP status " + status + ".",
                "Serve the file at this URL, to requests without credentials.");
    }

    static Finding tooLong(URI url, int mostMib) {
        return WebhookCode.ANSWER_TOO_LONG.found(
                "The file of <Play>, " + url + ", is longer than " + mostMib + " MiB.",
                "Play a shorter file; mu-law at 8 kHz is all that a telephone carries.");
    }

    static Finding contentType(URI url, String type) {
        String given = type.isEmpty() ? "no content type" : "content type " + type;
        return WebhookCode.WRONG_CONTENT_TYPE.found(
                "The file of <Play>, " + url + ", was answered with " + given + ", which is no sound.",
                "Serve the file as audio/wav.");
    }

    static Finding notTwilios(URI url, String kind) {
        return WebhookCode.WRONG_CONTENT_TYPE.found(
                "The file of <Play>, " + url + ", is " + kind
                        + ", which Twilio does not play: the caller hears nothing in its place.",
                "Serve it as MP3 (audio/mpeg) or WAV (audio/wav).");
    }

    /** {@code why} names the file, the reason and, where there is one, the command that converts it. */
    static Finding notReadable(String type, String why) {
        return WebhookCode.NOT_CARRIED_OUT.found(
                "The file of <Play>, served as " + type
                        + ", cannot be played here, and the caller hears nothing in its place: " + why + ".",
                "Serve it as MP3 or WAV.");
    }
}
