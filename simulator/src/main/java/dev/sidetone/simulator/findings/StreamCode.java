package dev.sidetone.simulator.findings;

import static dev.sidetone.simulator.findings.FindingEntry.error;
import static dev.sidetone.simulator.findings.FindingEntry.info;
import static dev.sidetone.simulator.findings.FindingEntry.warning;

import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Thresholds;

/** Findings on what goes over a Media Stream, and on what the caller hears of it. */
public enum StreamCode implements FindingCode {
    QUEUE_FULL(warning(
                    "31931",
                    "more than ten minutes of audio were waiting; the rest was thrown away",
                    "an agent that is never cleared",
                    "Stop sending audio that nobody will hear; send clear before a new answer.")
            .or(Severity.INFO)),
    BINARY_MESSAGE(warning("31950", "a binary message", "bytes sent in place of JSON", "Send text frames with JSON.")
            .or(Severity.INFO)),
    INVALID_MESSAGE(warning(
                    "31951",
                    "a message that Twilio ignores: no or a wrong streamSid, a missing, unknown or wrongly typed field, an unknown event, no JSON, bad base64. Since April 2026 Twilio's page of 31924 names the same as an error: `--strict-protocol`",
                    "`stream_sid`; the field of another vendor passed on; a mark without a name",
                    "Send the message as it is documented; the finding names the field.")
            .or(Severity.INFO)),
    WRONG_ENCODING(error(
                    "wrong-encoding",
                    "anything but mu-law, [which the finding names](#wrong-encoding): MP3, AAC, Ogg, FLAC, WebM, MP4, a file's header, A-law, PCM of 8 or 16 bits, floating point",
                    "companding left out; what a voice service sends by default passed on",
                    "Encode each sample as G.711 mu-law at 8 kHz, one byte a sample, before base64.")
            .foundBy(WrongEncoding::new)),
    DOUBLE_BASE64(error(
            "double-base64",
            "base64 of base64",
            "an agent's base64 encoded once more",
            "Pass the agent's base64 on as it is, or decode it once before you encode it.")),
    WRONG_RATE(error(
                    "wrong-rate",
                    "sound made for one rate is played at another, [two or three times](#wrong-rate) too slowly or too fast",
                    "16 or 24 kHz sound sent as 8 kHz, or the other way round",
                    "Resample the agent's sound to 8 kHz before you encode it, or leave one resampling out.")
            .or(Severity.SUSPICION)
            .foundBySound(WrongRate::new)
            .andInARecording()),
    CHOPPY(warning(
                    "choppy",
                    "three holes within words of one answer",
                    "pacing by sleeping after each chunk",
                    "Send audio ahead of time, as it comes from the agent; if you pace it, pace by absolute deadlines.")
            .foundAtTheEarBy(Choppy::new)),
    BURST(info(
                    "burst",
                    "a message longer than 64 KiB, or a minute of audio waiting",
                    "a whole recording in one message",
                    "Pass audio on as it comes, in pieces of 20 to 500 ms.")
            .foundBy(AudioBurst::new)),
    NO_CLEAR_ON_BARGE_IN(error(
                    "no-clear-on-barge-in",
                    "the caller spoke over the agent, and it talked on; a warning where noise, loss or a bad microphone was injected",
                    "the agent's \"caller began to speak\" is not wired to `clear`",
                    "When the agent says that the caller began to speak, send {\"event\":\"clear\"} with the streamSid.")
            .or(Severity.WARNING)
            .foundBy(NoClearOnBargeIn::new)),
    AUDIO_AFTER_CLEAR(warning(
                    "audio-after-clear",
                    "more of the answer that was cut",
                    "late pieces of a cut answer are still passed on",
                    "Drop what the agent still sends of a cut answer: remember its id and ignore its later pieces.")
            .foundBy(AudioAfterClear::new)),
    SILENT_AGENT(error(
                    "silent-agent",
                    "the caller spoke and the agent was never heard, never became ready, or greeted and then answered nothing; or nothing was heard in the whole call; a warning where it answered and later left the caller waiting for 8 s, or where the caller's sound was made bad by an injected fault",
                    "every message ignored; no response asked for",
                    "Look into the server's log; its media messages need the stream's own streamSid and audible mu-law at 8 kHz.")
            .or(Severity.WARNING)
            .foundBy(SilentAgent::new)
            .andInARecording()),
    LATE_GREETING(warning(
                    "late-greeting",
                    "nothing was heard for the first " + Thresholds.GREETING_MS + " ms",
                    "the agent is dialled when the first audio comes",
                    "Connect to the agent as soon as Twilio connects, and ask for the greeting when it is ready.")
            .foundBy(LateGreeting::new)),
    LATE_ANSWER(warning(
                    "late-answer",
                    "an answer past Twilio's limit (" + Thresholds.LIMIT_TTFA_MS + " ms; at the bridge "
                            + Thresholds.BRIDGE_LIMIT_TTFA_MS + " ms) or target (" + Thresholds.TARGET_TTFA_MS + " ms; "
                            + Thresholds.BRIDGE_TARGET_TTFA_MS + " ms)",
                    "long end-of-speech wait, slow model, audio collected before it is sent",
                    "See where the time went in the turn's parts: a shorter end-of-speech wait, a faster model, audio sent on at once.")
            .or(Severity.INFO)
            .foundBy(LateAnswer::new)
            .andInARecording()),
    SERVER_ECHO(info(
                    "server-echo",
                    "the server sends the caller's own voice back; a warning where an agent speaks too",
                    "an echo example; inbound media passed on to the outbound side",
                    "Send the agent's audio only: what came in media messages is the caller's.")
            .or(Severity.WARNING)
            .foundAtTheEarBy(ServerEcho::new)
            .andInARecording()),
    ECHO(warning(
                    "echo",
                    "the agent's voice is in the caller's lane, through a microphone; a suspicion where it is measured at the bridge",
                    "loudspeaker and microphone in one room",
                    "Use headphones, or switch echo cancellation on.")
            .or(Severity.SUSPICION)
            .foundBy(EchoCheck::new)
            .andInARecording());

    @SuppressWarnings("ImmutableEnumChecker") // its functions make checks and keep nothing
    private final FindingEntry entry;

    StreamCode(FindingEntry entry) {
        this.entry = entry;
    }

    @Override
    public FindingEntry entry() {
        return entry;
    }
}
