package dev.sidetone.simulator.line.stream;

import dev.sidetone.simulator.findings.ConnectionCode;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.findings.StreamCode;
import dev.sidetone.simulator.findings.WebhookCode;
import dev.sidetone.simulator.line.net.ConnectionFailure;
import dev.sidetone.simulator.line.net.Route;
import dev.sidetone.simulator.timeline.Severity;

/** The findings about a stream of a call. Stateless. */
public final class StreamFindings {
    private static final String BOTH_CODES =
            "Twilio documents 31951 (a warning) and since April 2026 also 31924 (an error) for this: --strict-protocol plays that.";

    private StreamFindings() {}

    public static Finding malformedUrl(String url, String why) {
        return ConnectionCode.URL_MALFORMED.found("The Stream's url \"" + url + "\" cannot be dialled: " + why + ".");
    }

    public static Finding notWss(String url) {
        return ConnectionCode.NOT_WSS.found(
                "The Stream's url " + url + " is not wss and its host is not this machine: it was not dialled.");
    }

    public static Finding noWebSocket(String url, String scheme) {
        return ConnectionCode.NOT_WSS.found(
                "The Stream's url " + url + " begins with " + scheme + "://, which is not a WebSocket's.",
                "Write wss:// in its place, or ws:// for this machine.");
    }

    public static Finding track(String track) {
        return ConnectionCode.WRONG_TRACK.found("<Connect><Stream> has track=\"" + track + "\".");
    }

    static Finding unreached(Route route, ConnectionFailure trouble, String why) {
        String place = route.place();
        return switch (trouble) {
            case REFUSED ->
                ConnectionCode.REFUSED.found(
                        "Nobody listens at " + place + route.withoutPort() + ".",
                        route.portCure() + "Start the WebSocket server there, or correct the Stream's url"
                                + dialling(route) + ".");
            case UNKNOWN_HOST ->
                ConnectionCode.NO_WAY_TO_HOST.found(
                        "The host of " + place + " has no address.", "Correct the host" + dialling(route) + ".");
            case UNREACHABLE ->
                ConnectionCode.NO_WAY_TO_HOST.found(
                        "There is no way to " + place + ": " + why + ".", "Correct the host" + dialling(route) + ".");
            case TIMEOUT ->
                ConnectionCode.HANDSHAKE_TIMEOUT.found("No answer to the WebSocket handshake at " + place + ".");
            case TLS -> ConnectionCode.NO_TLS.found("No TLS connection to " + place + ": " + why + ".", tls(route));
            case CERTIFICATE_EXPIRED ->
                ConnectionCode.NO_TLS.found("The certificate of " + place + " has expired.", "Renew the certificate.");
            case CERTIFICATE_OF_ANOTHER ->
                ConnectionCode.NO_TLS.found(
                        "The certificate of " + place + " is for another host: " + why + ".",
                        "Serve a certificate that names this host, or dial the host that it names.");
            case CERTIFICATE_UNTRUSTED ->
                ConnectionCode.NO_TLS.found(
                        "The certificate of " + place + " is self-signed, or by an authority that nobody knows.",
                        "Name your own authority's PEM file, as in --ca authority.pem; Twilio itself takes public ones only.");
            case BROKEN ->
                ConnectionCode.LOST.found(
                        "The connection to " + place + " broke during the handshake: " + why + ".",
                        "Look into the server's log for the upgrade request.");
        };
    }

    /** The other end of a cure: the option that dials another address. */
    private static String dialling(Route route) {
        String option = route.toServersOrigin();
        if (option != null) {
            return ", or dial the server at --to: " + option;
        }
        return route.elsewhere() == null ? "" : ", or dial another port: as in " + route.elsewhere();
    }

    private static String tls(Route route) {
        String option = route.withoutTls();
        return "Serve TLS on that port" + (option == null ? "." : ", or dial it without: " + option + ".");
    }

    static Finding refused(Route route, int status) {
        if (status == 101) {
            return ConnectionCode.PROTOCOL_BROKEN.found(
                    "The server's answer to the handshake at " + route.place() + " breaks the WebSocket protocol.",
                    "Accept the upgrade by RFC 6455, without extension and sub-protocol: none was offered.");
        }
        String what = "The server answered the WebSocket handshake at " + route.place() + " with HTTP status " + status
                + ", not 101.";
        return ConnectionCode.HANDSHAKE_REFUSED.found(
                what, status == 401 || status == 403 ? signed(route) : path(route));
    }

    private static String signed(Route route) {
        String option = route.asPublic();
        return "Check the signature against " + route.named() + ", the wss url without query"
                + (option == null
                        ? "."
                        : "; a server that checks against its public address is called with " + option + ".");
    }

    private static String path(Route route) {
        String option = route.toServersOrigin() == null ? route.elsewhere() : route.toServersOrigin();
        return "Serve a WebSocket at this path"
                + (option == null ? "." : ", or dial where it is served, as in " + option + ".");
    }

    static Finding dropped() {
        return ConnectionCode.LOST.found("The server's connection was lost in mid-call, without a closing handshake.");
    }

    static Finding oneWay(Track track) {
        return ConnectionCode.ONE_WAY_STREAM.found(
                "The server spoke on a one-way stream (<Start><Stream track=\"" + track.word()
                        + "\">): Twilio ignores that (31951) or ends the stream (31924), and the caller hears nothing.",
                "Answer with <Connect><Stream> to speak to the caller.");
    }

    static Finding closedWith(int code, String reason) {
        String words = reason.isEmpty() ? "" : " (\"" + reason + "\")";
        return ConnectionCode.CLOSED_WITH_ERROR.found("The server closed the stream in mid-call with code " + code
                + words + ", which means: " + CloseCode.meaning(code) + ".");
    }

    static Finding protocol(String why) {
        return ConnectionCode.PROTOCOL_BROKEN.found("The server broke the WebSocket protocol: " + why + ".");
    }

    static Finding leftOpen(long waitedMs) {
        return ConnectionCode.SERVER_LEFT_OPEN.found(
                "After stop the server left its socket open for " + waitedMs + " ms: it was cut.");
    }

    static Finding slowReader(int frames) {
        return ConnectionCode.SLOW_READER.found("The server reads so slowly that " + frames
                + " frames to it were waiting: caller audio was thrown away.");
    }

    static Finding unread(String why) {
        return ConnectionCode.SLOW_READER.found(
                Severity.ERROR, "The line ended the stream by its own limit, for the server " + why + ".");
    }

    static Finding heldBack() {
        return ConnectionCode.FLOOD.found("The server sent more within a second than the line reads of it: the rest"
                + " waited at the server, and times of arrival after that are the line's own.");
    }

    static Finding tooLong(String why) {
        return ConnectionCode.OVERSIZE.found("The line ended the stream by its own limit, for the server " + why + ".");
    }

    static Finding queueFull(long message) {
        return StreamCode.QUEUE_FULL
                .found("More than 10 minutes of audio were waiting to be played: the rest was thrown away.")
                .inMessage(message);
    }

    static Finding marksFull(long message) {
        return StreamCode.QUEUE_FULL
                .found("More marks were waiting to be reached than the line holds: the rest are never returned.")
                .inMessage(message);
    }

    static Finding binary(long message) {
        return StreamCode.BINARY_MESSAGE
                .found("A binary message came from the server.")
                .inMessage(message);
    }

    static Finding invalid(InvalidMessage invalid, long message) {
        return StreamCode.INVALID_MESSAGE
                .found(invalid.what(), invalid.cure() + " " + BOTH_CODES)
                .inMessage(message);
    }

    static Finding refusedMessage(InvalidMessage invalid, long message) {
        return ConnectionCode.PROTOCOL_BROKEN
                .found(invalid.what() + " The stream was ended for it, as --strict-protocol asks.", invalid.cure())
                .inMessage(message);
    }

    static Finding refusedOneWay() {
        return ConnectionCode.PROTOCOL_BROKEN.found(
                "The server spoke on a one-way stream, which was ended for it, as --strict-protocol asks.",
                "Send nothing on <Start><Stream>; answer with <Connect><Stream> to speak to the caller.");
    }

    public static Finding notPickedUp(long seconds) {
        return WebhookCode.STREAM_NEVER_CAME.found(
                "The call rang for " + seconds + " s and the TwiML did not pick it up.",
                "Answer with a verb that is heard, such as <Connect> or <Say>, before the caller gives up.");
    }

    static Finding moreInvalid(long further, InvalidMessage last, long message) {
        String what = "After the first " + further + " more of the server's messages were wrong, the last for this: "
                + last.what();
        return StreamCode.INVALID_MESSAGE
                .found(Severity.INFO, what, last.cure())
                .inMessage(message);
    }

    static Finding moreBinary(long further) {
        return StreamCode.BINARY_MESSAGE.found(
                Severity.INFO, "After the first " + further + " more binary messages came.");
    }

    static Finding lostInAll(long seconds) {
        return StreamCode.QUEUE_FULL.found(
                Severity.INFO, "In all " + seconds + " s of audio were thrown away, because 10 minutes were waiting.");
    }

    public static Finding suspended(long gapMs) {
        return ConnectionCode.SUSPENDED.found("The line stood still for " + gapMs + " ms: the call was ended.");
    }

    public static Finding broken(String why) {
        return ConnectionCode.SIMULATOR_FAULT.found("The call broke inside the simulator: " + why + ".");
    }
}
