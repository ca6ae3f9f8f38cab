package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.agent.AgentAudio;
import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentFlaw;
import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.audio.AudioFormat;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Thresholds;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the findings on a bridge, its agent and call control. Stateless. */
public final class AgentFindings {
    /** For how long an agent waits for a tool, and a caller for the agent, before it is reported. */
    static final long TOOL_S = Thresholds.TOOL_MS / 1000;

    private static final int LINE_HZ = 8_000;
    private static final int MOST_CHARS = 120;
    private static final int MOST_WORDS = 400;

    private AgentFindings() {}

    /** There is no agent, or no more. */
    public static Finding of(AgentFailure failure) {
        return code(failure.cause()).found(Severity.ERROR, failure.what(), failure.cure());
    }

    /**
     * Something is wrong with what the agent called {@code agent} sent, and it goes on.
     *
     * @param what the rest of a sentence that begins with the agent; text of the agent's may be in it
     */
    public static Finding flawed(String agent, AgentFlaw flaw, String what) {
        FindingCode code =
                switch (flaw) {
                    case UNREADABLE -> AgentCode.UNREADABLE;
                    case UNFINISHED -> AgentCode.UNFINISHED;
                    case TEXT_ONLY -> AgentCode.TEXT_ONLY;
                };
        return code.found("The agent " + agent + " " + ForeignText.redacted(what, MOST_WORDS) + ".");
    }

    private static FindingCode code(AgentFailure.Cause cause) {
        return switch (cause) {
            case AUTH -> AgentCode.AUTH;
            case BUSY -> AgentCode.BUSY;
            case CONFIG -> AgentCode.CONFIG;
            case UNREACHABLE -> AgentCode.UNREACHABLE;
            case SILENT -> StreamCode.SILENT_AGENT;
            case DIED -> AgentCode.DIED;
            case OVERSIZE -> AgentCode.OVERSIZE;
            case UNREAD -> AgentCode.UNREAD;
            case STALLED -> AgentCode.STALLED;
            case EXPIRED -> AgentCode.EXPIRED;
        };
    }

    /** The agent is connected, has answered before, and does not answer. */
    public static Finding stalled(String what) {
        return AgentCode.STALLED.found(
                Severity.WARNING, sentence(what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1)));
    }

    /** Sound that is recoded though the agent's wire has the line's own format; null if it is not. */
    public static @Nullable Finding transcoding(AgentService service, AgentAudio audio) {
        boolean hasMulaw = service.carries(AudioFormat.MULAW);
        if (!hasMulaw && !service.carries(AudioFormat.pcm16(LINE_HZ))) {
            return null;
        }
        String better = hasMulaw ? "mulaw" : "pcm16@8000";
        if (isLines(audio.up(), hasMulaw) && isLines(audio.down(), hasMulaw)) {
            return null;
        }
        return AgentCode.NEEDLESS_TRANSCODING.found(
                "The agent is asked for " + audio + ", so that every frame is recoded both ways; its wire has " + better
                        + ", which the line speaks.",
                "Write audio: " + better + " in the agent's settings.");
    }

    /** Returns true for the line's own format, or for the nearest to it on a wire without mu-law. */
    private static boolean isLines(AudioFormat format, boolean hasMulaw) {
        return format.mulaw() || (!hasMulaw && format.rateHz() == LINE_HZ);
    }

    /** Twilio's REST API refused a request about the call; {@code what} names it, with Twilio's code. */
    public static Finding controlRefused(String what) {
        boolean ending = what.contains("hang up");
        return (ending ? AgentCode.HANG_UP_REFUSED : AgentCode.TRANSFER_REFUSED).found(sentence(what), cure(what));
    }

    /** The bridge ended the stream by a limit of its own, which {@code what} names. */
    public static Finding limitReached(String what) {
        return AgentCode.BRIDGE_LIMIT.found(
                sentence(what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1)));
    }

    /** The bridge itself stood still for {@code ms}. */
    public static Finding stoodStill(long ms) {
        return AgentCode.BRIDGE_STOOD_STILL.found("The bridge itself stood still for " + ms
                + " ms: what was late then is no fault of Twilio or the agent.");
    }

    /** An agent whose sound is one track in real time is late by {@code ms}. */
    public static Finding lagged(long ms, AgentEvent.Lag cause) {
        return AgentCode.LAG.found(
                cause == AgentEvent.Lag.BEHIND_THE_CALLER
                        ? "The agent is " + ms + " ms behind what it was given of the caller: it answers so much later."
                        : "The agent's sound came in a burst, and " + ms
                                + " ms of it wait to be heard: until it pauses, the caller hears it so much later.");
    }

    /** A tool was called {@code seconds} ago, and the agent still waits for what it returned. */
    public static Finding toolWithoutResult(String tool, long seconds) {
        return AgentCode.TOOL_WITHOUT_RESULT.found(
                Severity.WARNING,
                "The agent called " + tool + " and got no result within " + seconds
                        + " s: it says nothing more until it does.");
    }

    /** A tool was called {@code seconds} before the end of the call, and never gave anything. */
    public static Finding toolNeverAnswered(String tool, long seconds) {
        return AgentCode.TOOL_WITHOUT_RESULT.found("The agent called " + tool + ", and in the " + seconds
                + " s to the end of the call it was given no result: the caller waited in vain.");
    }

    /** A tool gave {@code result} in place of what it was called for. */
    public static Finding toolFailed(String tool, String result) {
        String shown = ForeignText.redacted(result, MOST_CHARS);
        return AgentCode.TOOL_WITHOUT_RESULT.found(
                Severity.WARNING,
                "The tool " + tool + " failed, and the agent was given this in place of a result: " + shown + ".",
                "Look into the log of what answers the tool's URL; its timeout and address are in the agent's settings.");
    }

    /**
     * The agent was refused what it was not offered.
     *
     * @param why a phrase that follows the tool's name
     */
    public static Finding orderRefused(String tool, String why, String cure) {
        return AgentCode.UNDECLARED_ORDER.found(
                "The agent was refused: " + (tool.isEmpty() ? "a tool without a name" : tool) + " " + why + ".", cure);
    }

    /** Nothing came to the agent for {@code seconds}, and its socket is open still. */
    public static Finding leftOpen(long seconds) {
        return AgentCode.AGENT_LEFT_OPEN.found("The agent's socket is still open " + seconds
                + " s after the last audio came: a real service goes on billing.");
    }

    private static String cure(String what) {
        if (what.contains("20003") || what.contains("20008")) {
            return "Check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN: Twilio does not know them as a pair.";
        }
        if (what.contains("20404")) {
            return "Use the callSid of the stream's start message, and the account that the call belongs to.";
        }
        if (what.contains("21220")) {
            return "Ask while the call is up: not before it was picked up, not after its end.";
        }
        return "Look the code up in Twilio's error pages, and into the bridge's log.";
    }

    private static String sentence(String what) {
        return what.endsWith(".") ? what : what + ".";
    }
}
