package dev.sidetone.simulator.findings;

import static dev.sidetone.simulator.findings.FindingEntry.error;
import static dev.sidetone.simulator.findings.FindingEntry.info;
import static dev.sidetone.simulator.findings.FindingEntry.warning;

import dev.sidetone.simulator.timeline.Severity;

/** Findings on a ConversationRelay: its TwiML, its connection and the server's messages. */
public enum RelayCode implements FindingCode {
    INVALID_VALUE(error(
            "64101",
            "a value of `<ConversationRelay>` is invalid: the session fails",
            "a provider, a model and a language that do not go together",
            "Correct the value, or leave the attribute out for Twilio's default.")),
    NOT_CONNECTED(
            error(
                    "64102",
                    "the WebSocket could not be connected; the caller hears busy",
                    "a URL that is not `wss://`, a wrong path, a handshake that is refused with 403",
                    "Serve a WebSocket at the url of <ConversationRelay>, and check its signature against that url as it is written.")),
    SOCKET_ENDED(error(
            "64105",
            "the server's WebSocket ended without an `end` message: the session failed",
            "an exception in a handler, a proxy's time-out, a close in place of `end`",
            "End a session with {\"type\":\"end\"}; look into the server's log at this moment if you did not.")),
    INVALID_MESSAGE(warning(
                    "64107",
                    "a message that cannot be read, which Twilio answers with `error`; after ten in a row (error) it closes with 1007",
                    "a token that is null, a `handoffData` that is an object, a message of Media Streams",
                    "Send text, play, sendDigits, language and end only, each field of its type.")
            .or(Severity.ERROR)
            .or(Severity.INFO)),
    UNSPEAKABLE(info(
            "relay-unspeakable",
            "the built-in voice, which speaks English, cannot say a text: a hum stands for it, about as long as the words would be",
            "a language other than English; only symbols",
            "Judge how it sounds on a real call; the times here hold all the same.")),
    UNKNOWN_WORDS(info(
            "relay-unknown-words",
            "nobody knows what the caller said: the prompt holds a mark in place of words, and nothing was recognised",
            "a microphone, or a recording without its text beside it",
            "Name a text file with one line per utterance: --words FILE; or put hello.txt beside hello.wav.")),
    KEY_NOT_REPORTED(info(
            "relay-key-not-reported",
            "the caller pressed a key of which the server is not informed",
            "`dtmfDetection` is off, which is the default",
            "Set dtmfDetection=\"true\" if the server shall know of keys.")),
    NOT_REPORTED(info(
            "relay-speech-not-reported",
            "the caller spoke while the agent did, and the server was not informed of it",
            "`interruptible` and `reportInputDuringAgentSpeech` are both without speech",
            "Set reportInputDuringAgentSpeech=\"speech\" to get the prompt without an interruption.")),
    RUN_TOGETHER(warning(
            "relay-words-run-together",
            "an answer of many tokens has no space in it: its words run together",
            "tokens that are trimmed before they are sent",
            "Pass the model's tokens on as they come, with their spaces.")),
    NO_ANSWER(warning(
            "relay-no-answer",
            "no text followed a prompt within 10 s: the caller hears nothing, and Twilio ends nothing for it",
            "waiting for `isFinal` or `confidence`, where the field is `last`; a model that is not reachable",
            "Answer every prompt whose last is true with text, and say something if the model is slow.")),
    END_CUTS(info(
            "relay-end-cuts-speech",
            "`end` came while speech was waiting to be heard, which this line drops; not verified of Twilio",
            "a goodbye and `end` sent together",
            "Send end when the goodbye has been played: subscribe events=\"tokens-played\" to know.")),
    AFTER_END(warning(
            "relay-message-after-end",
            "a message came after `end`: it is not read",
            "a model's answer that is still being passed on",
            "Stop sending when you have sent end.")),
    NOT_VERIFIED(info(
            "relay-not-verified",
            "the server relies on something of ConversationRelay whose form is not published: it was taken as it seems to be meant",
            "`config` and `hints` messages, `applicationReconnect`",
            "Try it on a real call before you rely on it."));

    @SuppressWarnings("ImmutableEnumChecker") // its functions make checks and keep nothing
    private final FindingEntry entry;

    RelayCode(FindingEntry entry) {
        this.entry = entry;
    }

    @Override
    public FindingEntry entry() {
        return entry;
    }
}
