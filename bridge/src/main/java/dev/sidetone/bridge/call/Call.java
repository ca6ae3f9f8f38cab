package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentLeg;
import dev.sidetone.bridge.agent.AgentLegFactory;
import dev.sidetone.bridge.agent.AgentMemory;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.tools.SignalTones;
import dev.sidetone.bridge.twilio.TwilioLeg;
import org.jspecify.annotations.Nullable;

/**
 * One phone call: connects the leg to Twilio with the leg to the agent. Both legs' sockets live on one event loop, which owns the call.
 *
 * <pre>
 *  who speaks            the line               under test              who answers
 *
 *  Caller  &lt;-&gt;  FakeTwilio  ==ws==  [ TwilioLeg  Call  AgentLeg ]  ==ws==  FakeAgent | real agent
 *  phone   &lt;-&gt;  real Twilio ==ws==  [        the same           ]  ==ws==  real agent
 *                                               |
 *                                          CallEvent
 * </pre>
 */
public final class Call implements TwilioLeg.Listener {
    private static final int NORMAL = 1000;
    private static final int GOING_AWAY = 1001;
    /** One ring; a busy agent is announced by no more than one. */
    private static final int RING_MS = 2_000;

    private final CallContext context;
    private final AgentLeg agent;
    private final AnswerRelay answers;
    private final ToolCalls tools;
    private TwilioLeg twilio;
    private Stage stage = Stage.TALKING;
    private @Nullable GracefulEnd graceful;
    private @Nullable CallRedirect redirect;

    /** The stage of the call. */
    private enum Stage {
        TALKING,
        /** The bridge redirected it to another document: its stream stops, and its next stream continues this call. */
        REDIRECTED,
        /** The agent wants it to end: its last words are heard first. */
        ENDING,
        OVER
    }

    /**
     * @param twilio the leg whose stream has started
     * @param agents opens sessions with the agent
     */
    public Call(TwilioLeg twilio, AgentLegFactory agents, CallContext context) {
        this.twilio = twilio;
        twilio.join(this);
        this.context = context;
        this.answers = new AnswerRelay(context.timers(), context.listener());
        this.tools = new ToolCalls(this, context);
        this.agent = new AgentSessions(
                agents, context, answers::isQuiet, new AgentEventHandler(this, answers, context.listener()));
    }

    /**
     * Transfers the caller to a person, once what the agent is saying has been heard.
     *
     * @param number whom to dial, or null for the number that is set for the bridge
     * @return false when there is no such number, or the call is ending already
     */
    public boolean transfer(@Nullable String number, String why) {
        return transfer(number, why, RemainingSpeech.SENT_ONLY);
    }

    boolean transfer(@Nullable String number, String why, RemainingSpeech remaining) {
        String to = number == null ? context.humanNumber() : number;
        if (to == null || stage != Stage.TALKING) {
            return false;
        }
        context.listener().accept(new CallEvent.TransferWished(context.timers().nowNs(), to));
        endGracefully(StreamEnding.transferTo(to), remaining, why);
        return true;
    }

    /** Ends the call, once what the agent is saying has been heard. */
    public void hangUp(String why) {
        hangUp(why, RemainingSpeech.SENT_ONLY);
    }

    void hangUp(String why, RemainingSpeech remaining) {
        if (stage == Stage.TALKING) {
            context.listener()
                    .accept(new CallEvent.HangUpWished(context.timers().nowNs(), why));
            endGracefully(StreamEnding.AGENT_HUNG_UP, remaining, why);
        }
    }

    /** Redirects the call to {@code twiml}, which brings it back on a new stream; the session with the agent goes on meanwhile. */
    public void redirect(String twiml) {
        if (stage == Stage.TALKING) {
            become(Stage.REDIRECTED);
            redirect = new CallRedirect(
                    context,
                    twiml,
                    () -> become(Stage.TALKING),
                    () -> end(StreamEnding.CALLER_LEFT, "the call never came back"));
        }
    }

    /** Goes on with a new stream of the same call. @return false when no {@link #redirect} is under way */
    public boolean resume(TwilioLeg next) {
        if (redirect == null || stage != Stage.REDIRECTED) {
            return false;
        }
        closeStream("the call came back on another stream", context.timers().nowNs());
        redirect.end();
        twilio = next;
        next.join(this);
        become(Stage.TALKING);
        return true;
    }

    /**
     * Twilio reported, by a callback, that a stream ended.
     *
     * @param streamSid the stream that ended, which may be an earlier one; null for the current one
     */
    public void streamEnded(@Nullable String streamSid, TwilioLeg.End how, String why) {
        if (streamSid == null || twilio.streamSid().equals(streamSid)) {
            twilio.end(how, why, context.timers().nowNs());
        }
    }

    /** Ends the call at once: both sockets close. */
    public void end(StreamEnding how, String why) {
        if (stage == Stage.OVER) {
            return;
        }
        become(Stage.OVER);
        if (graceful != null) {
            graceful.cancel();
        }
        if (redirect != null) {
            redirect.end();
        }
        tools.close();
        context.ended().accept(how);
        agent.hangUp();
        twilio.hangUp(how.kind() == StreamEnding.Kind.SHUT_DOWN ? GOING_AWAY : NORMAL, why);
        context.listener().accept(new CallEvent.Closed(context.timers().nowNs(), why));
    }

    @Override
    public void callerSaid(MulawChunk audio, long atNs) {
        agent.hear(audio);
    }

    @Override
    public void callerPressed(char digit, long atNs) {
        agent.press(digit);
    }

    @Override
    public void markReturned(String name, long atNs) {
        answers.markReturned(name, atNs);
        continueEnding();
    }

    @Override
    public void stoodStill(long ns, long atNs) {
        context.listener().accept(new CallEvent.StoodStill(atNs, ns));
    }

    @Override
    public void ended(TwilioLeg.End how, String why, long atNs) {
        if (how == TwilioLeg.End.LIMIT) {
            context.listener().accept(new CallEvent.LimitReached(atNs, why));
        }
        if (stage == Stage.REDIRECTED && redirect != null) {
            closeStream(why, atNs);
            redirect.streamGone();
        } else if (graceful != null) {
            end(graceful.ending(), why);
        } else {
            end(how == TwilioLeg.End.STOPPED ? StreamEnding.CALLER_LEFT : StreamEnding.STREAM_LOST, why);
        }
    }

    void runTool(AgentEvent.ToolCalled called) {
        tools.run(called, agent::giveResult);
    }

    void relayAnswer(AgentEvent.Audio audio) {
        if (answers.isFull()) {
            agent.giveUp(AgentMemory.unheard());
        } else if (twilio.isStreaming()) {
            answers.relay(audio, twilio);
            if (graceful != null && answers.isPlaying()) {
                graceful.agentSpeaks();
            }
        }
    }

    /** Plays the DTMF tones of {@code keys} to the caller's line. */
    void playKeys(String keys) {
        answers.play(SignalTones.of(keys), twilio);
    }

    /** Plays ring-back while the agent is busy. */
    void playRinging() {
        answers.play(SignalTones.ringBack(RING_MS), twilio);
    }

    /** Plays the tones that announce the end of the conversation. */
    void playWarning() {
        if (stage == Stage.TALKING) {
            answers.play(SignalTones.warning(), twilio);
        }
    }

    void agentReady() {
        answers.stopTones(twilio, context.timers().nowNs());
    }

    void callerInterrupts(long atNs) {
        answers.interrupt(twilio, agent, atNs);
        continueEnding();
    }

    /** The agent is gone. That is expected once the call is ending. */
    void agentLost(String why) {
        if (stage != Stage.ENDING) {
            end(StreamEnding.NO_AGENT, why);
        }
    }

    private void endGracefully(StreamEnding ending, RemainingSpeech remaining, String why) {
        become(Stage.ENDING);
        graceful = new GracefulEnd(context, answers, ending, remaining, () -> end(ending, why));
        graceful.begin();
    }

    private void continueEnding() {
        if (graceful != null) {
            graceful.playoutChanged();
        }
    }

    private void closeStream(String why, long atNs) {
        twilio.hangUp(NORMAL, why);
        answers.streamGone(agent, atNs);
    }

    private void become(Stage next) {
        stage = next;
    }
}
