package dev.sidetone.simulator.twilio.relay;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.findings.RelayCode;
import dev.sidetone.simulator.findings.StreamCode;
import dev.sidetone.simulator.line.stream.InvalidMessage;
import dev.sidetone.simulator.timeline.Severity;
import java.util.List;
import java.util.Set;

/** The findings about a ConversationRelay. Stateless. */
public final class RelayFindings {
    private static final int MOST_SHOWN = 60;
    private static final Set<String> CONNECTING =
            Set.of("31901", "31902", "31903", "31904", "31910", "31920", "31922", "31923", "31924");
    private static final Set<String> ENDING = Set.of("31903", "31921", "31924");

    private RelayFindings() {}

    /** A finding about a stream's connection with ConversationRelay's code. */
    static Finding judged(Finding finding, boolean opened) {
        if (!(opened ? ENDING : CONNECTING).contains(finding.code())) {
            return finding;
        }
        RelayCode code = opened ? RelayCode.SOCKET_ENDED : RelayCode.NOT_CONNECTED;
        return code.found(ours(finding.what()), ours(finding.cure()));
    }

    private static String ours(String text) {
        return text.replace("the Stream's url", "the url of <ConversationRelay>")
                .replace("the wss url without query", "the wss url as it is written")
                .replace("the stream", "the session");
    }

    /** The url of the TwiML cannot be dialled. */
    public static Finding url(String url, String why) {
        return RelayCode.NOT_CONNECTED.found(
                "The url of <ConversationRelay>, \"" + ForeignText.line(url, 200) + "\", cannot be dialled: " + why
                        + ".",
                "Give an absolute wss:// url; ws:// is for this machine only.");
    }

    /** Twilio refuses the session for values that do not go together. */
    public static Finding values(String what, String cure) {
        return RelayCode.INVALID_VALUE.found(what, cure);
    }

    /** The TwiML asks for something that this line does not play. */
    public static Finding notVerified(String what) {
        return RelayCode.NOT_VERIFIED.found(what);
    }

    static Finding settings(String type, List<String> keys) {
        return RelayCode.NOT_VERIFIED.found("The server sent a message of type " + type + " with "
                + (keys.isEmpty() ? "no settings" : "the settings " + String.join(", ", keys))
                + ": its form is not published, and nothing was changed by it.");
    }

    static Finding invalid(InvalidMessage invalid, long message) {
        return RelayCode.INVALID_MESSAGE.found(invalid.what(), invalid.cure()).inMessage(message);
    }

    static Finding moreInvalid(long more, InvalidMessage last, long message) {
        return RelayCode.INVALID_MESSAGE
                .found(
                        Severity.INFO,
                        "After the first " + more + " more of the server's messages were wrong, the last for this: "
                                + last.what(),
                        last.cure())
                .inMessage(message);
    }

    static Finding tooManyInvalid(int count, long message) {
        return RelayCode.INVALID_MESSAGE
                .found(
                        Severity.ERROR,
                        "The server sent " + count
                                + " messages in a row that cannot be read: the socket was closed with 1007.")
                .inMessage(message);
    }

    static Finding binary(long message) {
        return RelayCode.INVALID_MESSAGE
                .found("A binary message came from the server.", "Send text frames; each holds one JSON object.")
                .inMessage(message);
    }

    static Finding overflow(long message) {
        return StreamCode.QUEUE_FULL
                .found(
                        "More text was waiting to be spoken than could be said in some hours: the rest was thrown away.",
                        "Send what one answer needs, and stop when the caller interrupts.")
                .inMessage(message);
    }

    static Finding unspeakable(String text) {
        return RelayCode.UNSPEAKABLE.found(
                "The built-in voice cannot say \"" + ForeignText.line(text, MOST_SHOWN) + "\": a hum stands for it.");
    }

    static Finding unknownWords(String mark) {
        return RelayCode.UNKNOWN_WORDS.found(
                "Nobody knows what the caller said: the prompt says \"" + mark + "\", and nothing was recognised.");
    }

    static Finding key(char key, boolean detected) {
        return detected
                ? RelayCode.KEY_NOT_REPORTED.found(
                        "The caller pressed " + key + " while the agent spoke, and the server was not informed.",
                        "Set interruptible or reportInputDuringAgentSpeech to dtmf or any.")
                : RelayCode.KEY_NOT_REPORTED.found(
                        "The caller pressed " + key + " and the server was not informed: dtmfDetection is off.");
    }

    static Finding notReported(String words) {
        return RelayCode.NOT_REPORTED.found("The caller said \"" + ForeignText.line(words, MOST_SHOWN)
                + "\" while the agent spoke and could not be interrupted: the server was not informed.");
    }

    static Finding runTogether(int tokens, long message) {
        return RelayCode.RUN_TOGETHER
                .found("An answer of " + tokens + " tokens has no space in it: its words run together.")
                .inMessage(message);
    }

    static Finding noAnswer(String prompt, long seconds) {
        return RelayCode.NO_ANSWER.found("No text followed the prompt \"" + ForeignText.line(prompt, MOST_SHOWN)
                + "\" within " + seconds + " s.");
    }

    static Finding endCuts(long ms) {
        return RelayCode.END_CUTS.found(
                "end came while about " + ms + " ms of speech were waiting to be heard: the caller never hears them.");
    }

    static Finding afterEnd() {
        return RelayCode.AFTER_END.found("The server sent a message after its end message: it was not read.");
    }

    static Finding closed() {
        return RelayCode.SOCKET_ENDED.found("The server closed the WebSocket without an end message.");
    }
}
