package dev.sidetone.simulator.findings;

import static dev.sidetone.simulator.findings.FindingEntry.error;
import static dev.sidetone.simulator.findings.FindingEntry.info;
import static dev.sidetone.simulator.findings.FindingEntry.warning;

import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Thresholds;

/** Findings between a bridge and its agent, on call control, and of Twilio's debugger. */
public enum AgentCode implements FindingCode {
    AUTH(error(
            "agent-auth",
            "the agent refused the key: HTTP 401 or 403, close codes 3000, 4401, 4403",
            "wrong key, or one without the right scope",
            "Check the variable that the finding names, and the key's access.")),
    BUSY(error(
            "agent-busy",
            "the agent is at its limit: 429, no capacity; or has nothing left to be paid with: 402, `insufficient_quota`",
            "too many calls at once; an account without credit",
            "Make fewer calls at once, take another plan, or see to the billing.")),
    CONFIG(error(
            "agent-config",
            "the agent refused its settings, or its address; close code 4000 on the retired beta wire",
            "a voice name with a wrong capital: the finding shows the names there are",
            "Correct the agent's settings file.")),
    PROFILE(warning(
            "agent-profile",
            "the settings of a compatible agent do not fit the vendor at its address: xAI's, or Azure's Voice Live",
            "a client of OpenAI's pointed at another vendor",
            "Choose that vendor's shape in the agent's settings.")),
    UNREACHABLE(error(
            "agent-unreachable",
            "nobody answers at the agent's address",
            "wrong `--agent-url`",
            "Check --agent-url and that the agent runs.")),
    DIED(error(
            "agent-died",
            "the agent broke down: HTTP 5xx in place of the upgrade, close code 1011, an internal error, the same answer failing twice, or an end unasked; a lost connection, or (by the bridge's own heartbeat) 12 s without a sign of life; or ids and answers beyond what the bridge remembers of one session",
            "its own trouble",
            "Try again later; look at the agent's status page or its log.")),
    OVERSIZE(error(
            "agent-oversize",
            "a message of the agent was longer than the 24 MiB that the bridge takes: the bridge closed the connection",
            "an answer of minutes in one message",
            "Have the agent send its answers in shorter messages.")),
    UNREAD(error(
            "agent-not-reading",
            "the agent does not read: what waited for it reached the bridge's limit, and the bridge closed the connection",
            "an agent, or a proxy before it, that hangs",
            "Look why the agent, or a proxy before it, does not read its socket.")),
    BRIDGE_LIMIT(error(
            "bridge-limit",
            "the bridge ended the stream by a limit of its own; the finding names it",
            "a peer that does not read, so that the rest of an answer waits in the bridge",
            "Look why Twilio's side of the stream was not read; no part of an answer was left out before the end.")),
    BRIDGE_STOOD_STILL(warning(
            "bridge-stood-still",
            "the bridge itself stood still for a second or more: nothing was read, no timer ran, and no watchdog counts that time",
            "a machine that is too busy or slept, a stopped process, a long collection of garbage",
            "Give the bridge a core and memory of its own.")),
    UNREADABLE(warning(
            "agent-unreadable",
            "the agent sent what cannot be read, and it was left out: sound that is not base64, binary messages on a wire of text",
            "a server of one's own that takes a vendor's wire and writes it by hand",
            "Have the agent send sound as base64 in the text messages of its wire.")),
    UNFINISHED(warning(
            "agent-unfinished",
            "the agent ended an answer before its end by a limit or a filter of its own; the finding has its reason: `max_output_tokens`, `content_filter`",
            "a small limit of tokens in the agent's own set-up; a question that its filter minds",
            "Raise the agent's limit of tokens, or ask it for shorter answers; a filter is its vendor's.")),
    TEXT_ONLY(
            error(
                    "agent-text-only",
                    "the agent answered in words without sound: the caller heard nothing of it",
                    "a session or a response that asks for text; a model that falls back to text after text was put into its conversation",
                    "Have the agent answer in sound: output_modalities audio, or modalities text and audio in the older shape.")),
    STALLED(error(
                    "agent-stalled",
                    "the agent had answered, is connected, and sent nothing for 8 s after the caller spoke, as the bridge sees it: a warning, or an error where it was given up for that (`stalled:`). An agent that never answered, or that only the line sees, is a `silent-agent`",
                    "a turn's end that the agent missed, speech too short for it, a session that hangs; a model that took the words for none of its business",
                    "Look at the agent's own log; let stalled: in its settings open another session or apologise.")
            .or(Severity.WARNING)),
    EXPIRED(error(
            "agent-expired",
            "the session reached its longest duration and could not be renewed",
            "a call longer than the vendor allows",
            "Keep calls shorter.")),
    NEEDLESS_TRANSCODING(info(
            "needless-transcoding",
            "the agent is asked for PCM although its wire has the line's own format",
            "settings copied from a browser example",
            "Write audio: mulaw, or pcm16@8000 where there is no mu-law, in the agent's settings.")),
    SLOW_RELAY(warning(
                    "slow-relay",
                    "the bridge held the first audio of an answer for more than " + Thresholds.RELAY_MS + " ms",
                    "work on the event loop",
                    "Send each piece of audio on as it comes; nothing that blocks belongs on the bridge's event loop.")
            .foundBy(SlowRelay::new)),
    LAG(
            warning(
                    "agent-lag",
                    "an agent whose sound is one track in real time (GPT-Live) is a second late: behind the caller, or in what waits to be heard",
                    "a network that stalls and catches up; an agent that is slower than real time",
                    "Look at the network between the bridge and the agent. The bridge makes up for it in pauses, by leaving silence out.")),
    TOOL_WITHOUT_RESULT(error(
                    "tool-without-result",
                    "the agent called a tool: " + Thresholds.TOOL_MS / 1000
                            + " s later it still waits, it was given nothing to the end of the call (error), or it was given a failure",
                    "a handler that answers only when it succeeds; a tool's server that is down",
                    "Send a result for every tool call, with its call id, also when the tool failed.")
            .or(Severity.WARNING)
            .foundBy(ToolCheck::new)),
    UNDECLARED_ORDER(warning(
            "undeclared-order",
            "the agent was refused what it was not offered: a tool or an order that its settings do not declare, a call without an id, a transfer to a number that is not allowed",
            "an agent that was talked into it, or one whose own set-up knows more tools than the settings here",
            "Declare what the agent may do under tools: in its settings, with the destinations of a transfer.")),
    AGENT_LEFT_OPEN(warning(
            "agent-left-open",
            "the agent's socket is open although no audio comes: the meter runs (reported by `sidetone agent`)",
            "only one of the two sockets is closed",
            "Close the agent's socket on Twilio's stop and whenever Twilio's socket closes.")),
    TRANSFER_REFUSED(warning(
            "transfer-refused",
            "Twilio's REST API did not redirect the call: 20404, 21220, 20003",
            "a wrong CallSid, a call that is not up, wrong credentials",
            "Use the callSid of the stream's start message, and the account's SID and token.")),
    HANG_UP_REFUSED(warning(
            "hang-up-refused",
            "Twilio's REST API did not end the call: 20404, 21220, 20003",
            "a wrong CallSid, a call that is not up, wrong credentials",
            "Use the callSid of the stream's start message, and the account's SID and token.")),
    SESSION_RENEWED(info(
            "session-renewed",
            "the agent's session came near its longest duration, and another took over",
            "a long call",
            "nothing to do: the agent was told what was said last")),
    NOT_MEASURABLE(info(
                    "not-measurable",
                    "[no time to first audio](#not-measurable) could be found, because sound never stops at one of the two ends",
                    "music or noise above −45 dBm0",
                    "Keep both ends silent while you measure: what is above -45 dBm0 counts as speech.")
            .foundBy(NotMeasurable::new)
            .andInARecording()),
    ALERT(error(
                    "alert",
                    "Twilio's debugger has an alert of a live call; it stands under Twilio's own code where it has one",
                    "what the page of that code names",
                    "Read https://www.twilio.com/docs/api/errors on that code.")
            .or(Severity.WARNING)
            .or(Severity.INFO));

    @SuppressWarnings("ImmutableEnumChecker") // its functions make checks and keep nothing
    private final FindingEntry entry;

    AgentCode(FindingEntry entry) {
        this.entry = entry;
    }

    @Override
    public FindingEntry entry() {
        return entry;
    }

    /**
     * What Twilio's debugger reports, under Twilio's own code.
     *
     * @param code Twilio's, or empty where it gives none
     */
    public static Finding alert(String code, Severity severity, String what, String cure) {
        Finding alert = ALERT.found(severity, what, cure);
        return code.isEmpty() ? alert : alert.under(code);
    }
}
