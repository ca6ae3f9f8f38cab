package dev.sidetone.simulator.findings;

import static dev.sidetone.simulator.findings.FindingEntry.error;
import static dev.sidetone.simulator.findings.FindingEntry.warning;

import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Thresholds;

/** Findings on the connection of a Media Stream. */
public enum ConnectionCode implements FindingCode {
    HANDSHAKE_TIMEOUT(error(
            "31901",
            "no answer to the handshake within 5 s",
            "the upgrade handler waits for something",
            "Answer the upgrade within 5 s.")),
    REFUSED(error(
            "31902",
            "nobody listens where the stream goes",
            "another port, a WebSocket server of its own that is down",
            "Start the WebSocket server, or correct the Stream's url.")),
    LOST(error(
            "31903",
            "the connection was lost, in the handshake or in mid-call",
            "a crash, a proxy's time-out",
            "Look for a crash or a proxy's time-out; close the socket with code 1000 to end a stream.")),
    NO_WAY_TO_HOST(error(
            "31904",
            "the stream's host has no address, or no way leads there",
            "a tunnel's old name",
            "Correct the host in the Stream's url.")),
    NO_TLS(error(
            "31910",
            "no TLS with the stream's host, or a wrong certificate",
            "wss on a plain port",
            "Serve TLS on that port, or dial plain ws:// on loopback, as in --stream-origin ws://localhost:3000.")),
    HANDSHAKE_REFUSED(error(
            "31920",
            "the handshake was answered with an HTTP status",
            "wrong path; 403 because the signature was computed for https or with a query",
            "Serve a WebSocket at this path; the signature is made for the wss url, without query.")),
    CLOSED_WITH_ERROR(error(
            "31921",
            "the server closed with a code other than 1000 in mid-call; the finding says what the code means",
            "1011: an exception in a handler; 1001: the server was restarted",
            "Look into the server's log at this moment; close with code 1000 when nothing went wrong.")),
    NOT_WSS(error(
            "31922",
            "the URL is not wss",
            "`ws://` to a public host, `https://`",
            "Use wss:// with a public host; ws:// is for loopback only.")),
    URL_MALFORMED(error(
            "31923",
            "the URL cannot be read",
            "a placeholder that was not filled in",
            "Give <Stream> an absolute wss:// url, or a path.")),
    PROTOCOL_BROKEN(error(
            "31924",
            "the server broke the WebSocket protocol; with `--strict-protocol` also what is 31951 without it",
            "a masked or fragmented control frame",
            "Send whole, unmasked text frames by RFC 6455.")),
    SLOW_READER(warning(
                    "31930",
                    "the server reads so slowly that caller audio was thrown away, or (error) that what waited for it reached the line's limit",
                    "a handler that waits for the agent",
                    "Read the socket on a thread that never waits for the agent.")
            .or(Severity.ERROR)),
    FLOOD(warning(
            "server-floods",
            "the server sent more than 10,000 messages or 16 MiB within a second; what was beyond that waited at its end",
            "a loop that sends without waiting for anything; a file sent byte by byte",
            "Pass audio on as it comes, in pieces of 20 to 500 ms.")),
    OVERSIZE(error(
            "oversize-message",
            "a message of the server was longer than the 16 MiB that the line takes",
            "a whole recording in one message",
            "Send audio in messages of some seconds at the most.")),
    WRONG_TRACK(error(
            "31941",
            "a track that this verb has not",
            "`track` on `<Connect><Stream>`",
            "Leave track out: a bidirectional stream carries inbound_track only.")),
    ONE_WAY_STREAM(error(
                    "one-way-stream",
                    "`<Start><Stream>` where `<Connect>` belongs; an error if the server spoke on it, or if nothing was heard in the whole call",
                    "copied from a transcription example",
                    "Answer with <Connect><Stream>, which carries sound both ways.")
            .or(Severity.WARNING)
            .foundAtTheEarBy(NoTwoWayStream::new)),
    SERVER_CRASHED(error(
            "server-crashed",
            "the server closed the stream before it said anything, and nothing followed in the TwiML",
            "an exception as soon as the stream starts, such as a missing API key",
            "Look into the server's log at the moment of the stream's start.")),
    SERVER_CLOSED_EARLY(error(
                    "server-closed-early",
                    "the server closed before the caller had finished, and nothing followed in the TwiML; a warning where the call went on with "
                            + Thresholds.LEFT_ALONE_MS / 1000 + " s of silence",
                    "an exception in a handler; a `<Pause>` after `<Connect>`",
                    "Keep the stream open until stop arrives; if the agent ends calls, let it say so first and the TwiML hang up.")
            .or(Severity.WARNING)
            .foundAtTheEarBy(ServerClosedEarly::new)),
    SERVER_LEFT_OPEN(warning(
            "server-left-open",
            "the socket was still open 5 s after `stop`",
            "nobody handles `stop`",
            "Close the WebSocket when stop arrives.")),
    SERVER_STALLED(warning(
                    "server-stalled",
                    "for " + Thresholds.STALL_MS / 1000
                            + " s not a frame could be written, though no injected fault holds frames back; what fits into both ends' buffers comes first, some 1 to 10 s of sound",
                    "the reading thread waits",
                    "Read the socket on a thread that never waits for the agent, a disk or another request.")
            .foundAtTheEarBy(ServerStalled::new)),
    SUSPENDED(warning(
            "suspended",
            "the line itself stood still, and the call was ended",
            "the machine slept",
            "Keep the machine awake and the process running during a call.")),
    RECORDING_LOST(error(
            "recording-lost",
            "the recording of the call could not be kept, or not to its end",
            "a full disk; a folder that is read-only, or was deleted while the call ran",
            "Make room, or choose a folder that you may write to and that stays, and call again.")),
    SIMULATOR_FAULT(
            error("simulator-fault", "the call broke inside Sidetone", "", "Run again with --debug and report it."));

    @SuppressWarnings("ImmutableEnumChecker") // its functions make checks and keep nothing
    private final FindingEntry entry;

    ConnectionCode(FindingEntry entry) {
        this.entry = entry;
    }

    @Override
    public FindingEntry entry() {
        return entry;
    }
}
