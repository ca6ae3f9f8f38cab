package dev.sidetone.simulator.line.stream;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.net.ConnectionFailure;
import dev.sidetone.simulator.timeline.Severity;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a Media Stream, in Twilio's codes. Stateless. */
public final class StreamFindings {
    private StreamFindings() {}

    public static Finding malformedUrl(String url, String why) {
        return error(
                "31923",
                "The Stream's url \"" + url + "\" cannot be dialled: " + why + ".",
                "Give <Stream> an absolute wss:// url, or a path.");
    }

    public static Finding notWss(String url) {
        return error(
                "31922",
                "The Stream's url " + url + " is not wss and its host is not this machine: it was not dialled.",
                "Use wss:// with a public host; ws:// is for loopback only.");
    }

    public static Finding noWebSocket(String url, String scheme) {
        return error(
                "31922",
                "The Stream's url " + url + " begins with " + scheme + "://, which is not a WebSocket's.",
                "Write wss:// in its place, or ws:// for this machine.");
    }

    public static Finding track(String track) {
        return error(
                "31941",
                "<Connect><Stream> has track=\"" + track + "\".",
                "Leave track out: a bidirectional stream carries inbound_track only.");
    }

    static Finding unreached(URI url, ConnectionFailure trouble, String why) {
        return switch (trouble) {
            case REFUSED ->
                error(
                        "31902",
                        "Nobody listens at " + url + ".",
                        "Start the WebSocket server, or correct the Stream's url.");
            case UNKNOWN_HOST ->
                error("31904", "The host of " + url + " has no address.", "Correct the host in the Stream's url.");
            case UNREACHABLE ->
                error("31904", "There is no way to " + url + ": " + why + ".", "Correct the host in the Stream's url.");
            case TIMEOUT ->
                error(
                        "31901",
                        "No answer to the WebSocket handshake at " + url + ".",
                        "Answer the upgrade within 5 s.");
            case TLS ->
                error(
                        "31910",
                        "No TLS connection to " + url + ": " + why + ".",
                        "Serve TLS on that port, or dial plain ws:// on loopback with --stream-origin.");
            case CERTIFICATE_EXPIRED ->
                error("31910", "The certificate of " + url + " has expired.", "Renew the certificate.");
            case CERTIFICATE_OF_ANOTHER ->
                error(
                        "31910",
                        "The certificate of " + url + " is for another host: " + why + ".",
                        "Serve a certificate that names this host, or dial the host that it names.");
            case CERTIFICATE_UNTRUSTED ->
                error(
                        "31910",
                        "The certificate of " + url + " is self-signed, or by an authority that nobody knows.",
                        "Name your own authority's PEM file with --ca; Twilio itself takes public ones only.");
            case BROKEN ->
                error(
                        "31903",
                        "The connection to " + url + " broke during the handshake: " + why + ".",
                        "Look into the server's log for the upgrade request.");
        };
    }

    static Finding refused(URI url, int status) {
        if (status == 101) {
            return error(
                    "31924",
                    "The server's answer to the handshake at " + url + " breaks the WebSocket protocol.",
                    "Accept the upgrade by RFC 6455, without extension and sub-protocol: none was offered.");
        }
        return error(
                "31920",
                "The server answered the WebSocket handshake at " + url + " with HTTP status " + status + ", not 101.",
                "Serve a WebSocket at this path; the signature is made for the wss url, without query.");
    }

    static Finding dropped() {
        return error(
                "31903",
                "The server's connection was lost in mid-call, without a closing handshake.",
                "Look for a crash or a proxy's time-out; close the socket with code 1000 to end a stream.");
    }

    static Finding oneWay(Track track) {
        return error(
                "one-way-stream",
                "The server spoke on a one-way stream (<Start><Stream track=\"" + track.word()
                        + "\">): Twilio ignores that (31951) or ends the stream (31924), and the caller hears nothing.",
                "Answer with <Connect><Stream> to speak to the caller.");
    }

    static Finding closedWith(int code, String reason) {
        String words = reason.isEmpty() ? "" : " (" + reason + ")";
        String what = "The server closed the stream with code " + code + words + ".";
        return new Finding("31921", Severity.WARNING, what, "Close with code 1000 when nothing went wrong.", null);
    }

    static Finding protocol(String why) {
        return error(
                "31924",
                "The server broke the WebSocket protocol: " + why + ".",
                "Send whole, unmasked text frames by RFC 6455.");
    }

    static Finding leftOpen(long waitedMs) {
        return new Finding(
                "server-left-open",
                Severity.WARNING,
                "After stop the server left its socket open for " + waitedMs + " ms: it was cut.",
                "Close the WebSocket when stop arrives.",
                null);
    }

    static Finding slowReader(int frames) {
        return warning(
                "31930",
                "The server reads so slowly that " + frames
                        + " frames to it were waiting: caller audio was thrown away.",
                "Read the socket on a thread that never waits for the agent.",
                null);
    }

    static Finding queueFull(long message) {
        return warning(
                "31931",
                "More than 10 minutes of audio were waiting to be played: the rest was thrown away.",
                "Stop sending audio that nobody will hear; send clear before a new answer.",
                message);
    }

    static Finding binary(long message) {
        return warning("31950", "A binary message came from the server.", "Send text frames with JSON.", message);
    }

    static Finding invalid(InvalidMessage invalid, long message) {
        return warning("31951", invalid.what(), invalid.cure(), message);
    }

    public static Finding notPickedUp(long seconds) {
        return error(
                "stream-never-came",
                "The call rang for " + seconds + " s and the TwiML did not pick it up.",
                "Answer with a verb that is heard, such as <Connect> or <Say>, before the caller gives up.");
    }

    static Finding moreInvalid(long further, InvalidMessage last, long message) {
        String what = "After the first " + further + " more of the server's messages were wrong, the last for this: "
                + last.what();
        return new Finding("31951", Severity.INFO, what, last.cure(), message);
    }

    static Finding moreBinary(long further) {
        return info(
                "31950", "After the first " + further + " more binary messages came.", "Send text frames with JSON.");
    }

    static Finding lostInAll(long seconds) {
        return info(
                "31931",
                "In all " + seconds + " s of audio were thrown away, because 10 minutes were waiting.",
                "Stop sending audio that nobody will hear; send clear before a new answer.");
    }

    public static Finding suspended(long gapMs) {
        return warning(
                "suspended",
                "The line stood still for " + gapMs + " ms: the call was ended.",
                "Keep the machine awake and the process running during a call.",
                null);
    }

    public static Finding broken(String why) {
        return error(
                "simulator-fault",
                "The call broke inside the simulator: " + why + ".",
                "Run again with --debug and report it.");
    }

    private static Finding error(String code, String what, String cure) {
        return new Finding(code, Severity.ERROR, what, cure, null);
    }

    private static Finding info(String code, String what, String cure) {
        return new Finding(code, Severity.INFO, what, cure, null);
    }

    private static Finding warning(String code, String what, String cure, @Nullable Long message) {
        return new Finding(code, Severity.WARNING, what, cure, message);
    }
}
