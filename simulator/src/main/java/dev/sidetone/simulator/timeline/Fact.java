package dev.sidetone.simulator.timeline;

import dev.sidetone.fixtures.ProbeKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a call, stamped by whoever saw it with the process's monotonic clock ({@code atNs}, arbitrary zero). Facts
 * arrive out of order from several threads and are folded in the order of their stamps. Names are past tense; instants and durations
 * are nanoseconds.
 */
public sealed interface Fact {
    /** The time of the fact, on the producer's clock. */
    long atNs();

    /**
     * The call begins, before the webhook.
     *
     * @param number the number dialled
     * @param server the webhook's URL
     * @param edgesKnown whether the caller announces {@link CallerStarted} and {@link CallerEnded} itself; if not they are found by
     *     energy in the ticks
     * @param measured where; at the ear if it is not said
     */
    record CallPlaced(
            long atNs,
            String callSid,
            String from,
            String number,
            String server,
            Instant startedAt,
            boolean edgesKnown,
            @Nullable MeasuredAt measured)
            implements Fact {
        /** A call that is measured at the ear. */
        public CallPlaced(
                long atNs,
                String callSid,
                String from,
                String number,
                String server,
                Instant startedAt,
                boolean edgesKnown) {
            this(atNs, callSid, from, number, server, startedAt, edgesKnown, MeasuredAt.EAR);
        }

        /** The place at which its times are measured. */
        public MeasuredAt place() {
            return measured == null ? MeasuredAt.EAR : measured;
        }
    }

    /** The webhook's answer was there, {@code tookNs} after the request began. */
    record WebhookAnswered(long atNs, long tookNs, int status) implements Fact {}

    /** The call was picked up: the caller is on the line. It ticks from here on. */
    record CallAnswered(long atNs) implements Fact {}

    /** The line dials the stream's WebSocket, as the TwiML names it. */
    record StreamDialled(long atNs, String url) implements Fact {}

    /** The server took the stream's WebSocket, {@code tookNs} after the dial. */
    record StreamOpened(long atNs, long tookNs, String url) implements Fact {}

    /** {@code start} went out. Every {@code AtMs} of the result counts from the first such moment, and what was before is negative. */
    record StreamStarted(long atNs, String streamSid) implements Fact {
        /** Whether texts pass over the stream and no sound, as with ConversationRelay. */
        public boolean carriesTexts() {
            return streamSid.startsWith("VX");
        }
    }

    /**
     * One tick of the line: a caller frame went out and 20 ms of playout began to be heard. At the bridge: a caller frame's own time by
     * its stream's clock, and what would begin to be heard then of what was sent.
     *
     * @param atNs the tick's deadline T, not the moment it ran: the frame said is the sound of T-20 ms..T, the frame heard is the
     *     sound of T..T+20 ms
     * @param tick counts from 0 at the call's answer; at the bridge from 0 at the stream's start
     * @param lateNs how long after its deadline the tick ran; at the bridge how long after it the frame came
     * @param said0 level of the first 10 ms of the frame said, dBm0
     * @param said1 level of its second 10 ms
     * @param heard0 level of the first 10 ms of the frame heard
     * @param heard1 level of its second 10 ms
     * @param heardBytes how many of the heard frame's 160 bytes came from the queue
     * @param queuedBytes what is left in the playout queue after this tick
     */
    record Tick(
            long atNs,
            long tick,
            long lateNs,
            float said0,
            float said1,
            float heard0,
            float heard1,
            int heardBytes,
            int queuedBytes)
            implements Fact {}

    /**
     * The frame of tick {@code tick} was written to the socket, or came to the bridge, {@code lateNs} after the tick's deadline.
     *
     * @param oneWay whether it went to a one-way stream
     */
    record FrameWritten(long atNs, long tick, long lateNs, boolean oneWay) implements Fact {
        /** A frame of a stream that the caller hears. */
        public FrameWritten(long atNs, long tick, long lateNs) {
            this(atNs, tick, lateNs, false);
        }
    }

    /**
     * Audio came from the server.
     *
     * @param message counts the server's messages of any kind from 1
     * @param bytes mu-law bytes, which is also samples
     */
    record MediaArrived(long atNs, long message, int bytes) implements Fact {}

    /**
     * A message passed on a wire of the call, or several in a row of one kind that carry sound. Messages of the stream that carry sound
     * are {@link FrameWritten} and {@link MediaArrived} instead.
     *
     * @param atNs when the last of them passed
     * @param firstNs when the first passed
     * @param toAgent whether away from the caller, towards the agent
     * @param message the server's message on the stream, counted as in {@link MediaArrived}; 0 of every other
     * @param count how many
     * @param soundChars how many characters of their sound were left out, all in all
     * @param text the first of them as it passed, but for its sound
     */
    record MessagePassed(
            long atNs, long firstNs, Wire wire, boolean toAgent, long message, int count, long soundChars, String text)
            implements Fact {}

    /** The server queued a mark. */
    record MarkArrived(long atNs, long message, String name) implements Fact {}

    /** The server cleared the playout queue: {@code discardedBytes} were never heard. */
    record ClearArrived(long atNs, long message, int discardedBytes, int marksReturned) implements Fact {}

    /** A mark went back, because it was reached ({@code heard}) or because a clear returned it. */
    record MarkEchoed(long atNs, String name, boolean heard) implements Fact {}

    /** The caller pressed a key. */
    record KeyPressed(long atNs, char digit) implements Fact {}

    /** The caller's first voiced sample of a turn was at {@code startNs}; announced at {@code atNs}. */
    record CallerStarted(long atNs, long startNs) implements Fact {}

    /** The caller's last voiced sample of a turn ended at {@code endNs}; announced at {@code atNs}. */
    record CallerEnded(long atNs, long endNs) implements Fact {}

    /**
     * A probe began at {@code startNs}: sound of the caller's side that is no turn, so that no agent should react to it; announced at {@code
     * atNs}.
     */
    record ProbeStarted(long atNs, long startNs, ProbeKind kind) implements Fact {}

    /** The last sample of a probe ended at {@code endNs}; announced at {@code atNs}. */
    record ProbeEnded(long atNs, long endNs) implements Fact {}

    /** The caller's script has nothing more to say or to press: what follows is listening and hanging up. */
    record CallerSaidAll(long atNs) implements Fact {}

    /** A scenario's caller began its step {@code step}, counted from 1; {@code text} is the step as the scenario words it. */
    record StepBegan(long atNs, int step, String text) implements Fact {}

    /** A scenario's caller goes on, although what its step {@code step} waited for has not come. */
    record StepWaitedInVain(long atNs, int step) implements Fact {}

    /** The call begins to carry out a verb of the TwiML, by its capitalised name. */
    record VerbBegan(long atNs, String verb) implements Fact {}

    /** {@code <Dial>} began to ring {@code to}, as the child call {@code callSid}. */
    record DialBegan(long atNs, String to, String callSid) implements Fact {}

    /** The called party of {@code <Dial>} picked up: {@code to} and the caller hear each other. */
    record DialAnswered(long atNs, String to) implements Fact {}

    /** {@code <Dial>} is over. {@code status} is Twilio's DialCallStatus; {@code talkedNs} is 0 when nobody picked up. */
    record DialEnded(long atNs, String to, String status, long talkedNs) implements Fact {}

    /** A one-way stream sent its {@code start}. {@code track} is the TwiML's, such as {@code both_tracks}. */
    record OneWayStarted(long atNs, String streamSid, String name, String track) implements Fact {}

    /** A one-way stream is over. */
    record OneWayEnded(long atNs, String streamSid, String why) implements Fact {}

    /** A sound device's clock was brought back to the line's: {@code ticks} were dropped or repeated since the last such fact. */
    record ClockCorrected(long atNs, long ticks) implements Fact {}

    /** The person at the phone muted the caller, or let it be heard again. */
    record CallerMuted(long atNs, boolean muted) implements Fact {}

    /**
     * A sound device of the person was opened in place of another while the call ran.
     *
     * @param kind {@code microphone} or {@code speaker}
     * @param device its name; empty for the machine's default
     */
    record DeviceChanged(long atNs, String kind, String device) implements Fact {}

    /** An injected fault of the line begins; {@code fault} is as it was written, without its time. */
    record FaultBegan(long atNs, String fault) implements Fact {}

    /** An injected fault of the line is over; one that lasts as long as the call has no such fact, nor has one of a single moment. */
    record FaultEnded(long atNs, String fault) implements Fact {}

    /** Something a person should read while the call runs: a device was lost, a recorded caller takes over. */
    record Noted(long atNs, String text) implements Fact {}

    /** The embedded bridge: the agent is at its limit, or broken, and is dialled again; the caller hears it ring. */
    record AgentBusy(long atNs) implements Fact {}

    /** The embedded bridge: the agent is ready for audio. */
    record AgentReady(long atNs, String agent) implements Fact {}

    /** The embedded bridge: the agent reports that the caller began to speak. */
    record AgentHeardSpeech(long atNs) implements Fact {}

    /** The embedded bridge: the agent reports that the caller finished. */
    record AgentHeardEnd(long atNs) implements Fact {}

    /** The embedded bridge: the first audio of an answer came from the agent. */
    record AnswerBegan(long atNs, String answerId) implements Fact {}

    /** The embedded bridge: the first audio of an answer was handed to Twilio's socket. */
    record AnswerRelayed(long atNs, String answerId) implements Fact {}

    /** The embedded bridge: the agent was informed that only {@code heardMs} of its answer were heard. */
    record AnswerCut(long atNs, String answerId, long heardMs) implements Fact {}

    /** What was heard of the agent's answer so far was a preamble: the answer itself follows in the same response. */
    record AnswerContinued(long atNs) implements Fact {}

    /** The agent speaks by itself, because the caller has said nothing for a while: what follows answers no turn. */
    record AgentTimedOut(long atNs) implements Fact {}

    /** The embedded bridge: the agent says on its wire that it broke an answer off. */
    record AgentCutAnswer(long atNs) implements Fact {}

    /** ConversationRelay: what the caller said went to the server, whole ({@code last}) or as far as it was heard. */
    record PromptSent(long atNs, String text, boolean last) implements Fact {}

    /** ConversationRelay: the first token of an answer came, in the server's message {@code message}. */
    record TokenArrived(long atNs, long message) implements Fact {}

    /** Words of the call, where a transcript is known. {@code speaker} is {@code caller} or {@code agent}. */
    record Transcribed(long atNs, String speaker, String text) implements Fact {}

    /** The embedded bridge: the agent wants a tool run; {@code callId} is empty for an order that expects no result. */
    record ToolCalled(long atNs, String callId, String tool, String arguments) implements Fact {}

    /** The embedded bridge: the agent is given what a tool gave, or why it gave nothing; JSON as text, cut where it is long. */
    record ToolAnswered(long atNs, String callId, String tool, String result, boolean failed) implements Fact {}

    /** The embedded bridge: the agent wants the caller put through to {@code number}. */
    record TransferWished(long atNs, String number) implements Fact {}

    /** The agent wants the call over; what it is saying is heard first. */
    record HangUpWished(long atNs, String why) implements Fact {}

    /** The embedded bridge: the agent reports an error and goes on. */
    record AgentComplained(long atNs, String code, String text) implements Fact {}

    /**
     * Something is wrong with the call.
     *
     * @param code Twilio's number where Twilio has one, else a name in lower case with hyphens
     * @param what one sentence for the person who owns the server
     * @param cure what to do about it, one sentence
     * @param frame the message of the server that shows it, counted from 1, or null when it is no single one
     * @param byCheck whether a check found it, which finds it again in the recording; null of an old recording, which does not say
     */
    record Found(
            long atNs,
            String code,
            Severity severity,
            String what,
            String cure,
            @Nullable Long frame,
            @Nullable Boolean byCheck)
            implements Fact {}

    /** The stream's socket is closed; {@code code} is the WebSocket's, or null when {@code stop} came first. */
    record StreamEnded(long atNs, @Nullable Integer code, String why) implements Fact {}

    /** The call is over: nothing follows but what status callbacks bring to light; {@code by} is null where nobody is known to have ended it. */
    record CallEnded(long atNs, @Nullable EndedBy by, String why) implements Fact {}
}
