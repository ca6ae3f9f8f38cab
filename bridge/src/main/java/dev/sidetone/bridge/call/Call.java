package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentLeg;
import dev.sidetone.bridge.agent.AgentLegFactory;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.tools.SignalTones;
import dev.sidetone.bridge.twilio.TwilioLeg;
import org.jspecify.annotations.Nullable;

/**
 * One phone call: two legs and whose turn it is. Both legs' sockets live on one event loop, which owns all of this.
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
    /** As long as a ring is; nobody rings longer for a busy agent. */
    private static final int RING_MS = 2_000;

    private final CallContext around;
    private final AgentLeg agent;
    private final AnswerRelay answers;
    private final ToolCalls tools;
    private TwilioLeg twilio;
    private Stage stage = Stage.TALKING;
    private @Nullable GracefulEnd farewell;
    private @Nullable CallRedirect detour;

    /** Where the call stands. */
    private enum Stage {
        TALKING,
        /** The bridge sent it through another document: its stream stops, and the next one is this call's too. */
        DETOUR,
        /** The agent wished it over: the good-bye is heard to its end. */
        LEAVING,
        OVER
    }

    /**
     * @param twilio the leg whose stream has started
     * @param dialler opens sessions with the agent
     */
    public Call(TwilioLeg twilio, AgentLegFactory dialler, CallContext around) {
        this.twilio = twilio;
        twilio.join(this);
        this.around = around;
        this.answers = new AnswerRelay(around.timers(), around.listener());
        this.tools = new ToolCalls(this, around);
        this.agent = new AgentSessions(
                dialler, around, answers::isQuiet, new AgentEventHandler(this, answers, around.listener()));
    }

    /**
     * Puts the caller through to a person, once what the agent is saying has been heard.
     *
     * @param number whom, or null for the number that the bridge was given
     * @return whether there is such a number and a call to put through
     */
    public boolean transfer(@Nullable String number, String why) {
        return transfer(number, why, RemainingSpeech.SENT);
    }

    boolean transfer(@Nullable String number, String why, RemainingSpeech words) {
        String to = number == null ? around.humanNumber() : number;
        if (to == null || stage != Stage.TALKING) {
            return false;
        }
        around.listener().accept(new CallEvent.TransferWished(around.timers().nowNs(), to));
        leave(StreamEnding.transferTo(to), words, why);
        return true;
    }

    /** Ends the call, once what the agent is saying has been heard. */
    public void hangUp(String why) {
        hangUp(why, RemainingSpeech.SENT);
    }

    void hangUp(String why, RemainingSpeech words) {
        if (stage == Stage.TALKING) {
            around.listener().accept(new CallEvent.HangUpWished(around.timers().nowNs(), why));
            leave(StreamEnding.AGENT_HUNG_UP, words, why);
        }
    }

    /** Sends the call through {@code twiml}, which brings it back on a new stream; the agent waits for that. */
    public void detour(String twiml) {
        if (stage == Stage.TALKING) {
            become(Stage.DETOUR);
            detour = new CallRedirect(
                    around,
                    twiml,
                    () -> become(Stage.TALKING),
                    () -> end(StreamEnding.CALLER_LEFT, "the call never came back"));
        }
    }

    /** Goes on with a new stream of the same call. @return false when no {@link #detour} of it was expected to end so */
    public boolean comeBack(TwilioLeg next) {
        if (detour == null || stage != Stage.DETOUR) {
            return false;
        }
        leaveStream("the call came back on another stream", around.timers().nowNs());
        detour.end();
        twilio = next;
        next.join(this);
        become(Stage.TALKING);
        return true;
    }

    /**
     * News from beside the stream: Twilio ended it.
     *
     * @param streamSid which one, since an earlier stream's end is no news; null for the one there is
     */
    public void streamEnded(@Nullable String streamSid, TwilioLeg.End how, String why) {
        if (streamSid == null || twilio.streamSid().equals(streamSid)) {
            twilio.end(how, why, around.timers().nowNs());
        }
    }

    /** Ends the call, whoever wants it: both sockets close. */
    public void end(StreamEnding how, String why) {
        if (stage == Stage.OVER) {
            return;
        }
        become(Stage.OVER);
        if (farewell != null) {
            farewell.callOff();
        }
        if (detour != null) {
            detour.end();
        }
        tools.close();
        around.ended().accept(how);
        agent.hangUp();
        twilio.hangUp(how.how() == StreamEnding.How.SHUT_DOWN ? GOING_AWAY : NORMAL, why);
        around.listener().accept(new CallEvent.Closed(around.timers().nowNs(), why));
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
        goOnLeaving();
    }

    @Override
    public void ended(TwilioLeg.End how, String why, long atNs) {
        if (stage == Stage.DETOUR && detour != null) {
            leaveStream(why, atNs);
            detour.streamGone();
        } else if (farewell != null) {
            end(farewell.ending(), why);
        } else {
            end(how == TwilioLeg.End.STOPPED ? StreamEnding.CALLER_LEFT : StreamEnding.STREAM_LOST, why);
        }
    }

    void agentCallsTool(AgentEvent.ToolCalled called) {
        tools.run(called, agent::giveResult);
    }

    void agentSays(AgentEvent.Audio audio) {
        if (twilio.isStreaming()) {
            answers.relay(audio, twilio);
            if (farewell != null && answers.isPlaying()) {
                farewell.speaks();
            }
        }
    }

    /** The tones of {@code keys} go to the caller's line. */
    void playKeys(String keys) {
        answers.play(SignalTones.of(keys), twilio);
    }

    /** The caller waits, and hears that somebody is being called. */
    void agentIsBusy() {
        answers.play(SignalTones.ringBack(RING_MS), twilio);
    }

    /** The caller hears that the conversation is near its end. */
    void timeIsShort() {
        if (stage == Stage.TALKING) {
            answers.play(SignalTones.warning(), twilio);
        }
    }

    void agentComes() {
        answers.hush(twilio, around.timers().nowNs());
    }

    void callerInterrupts(long atNs) {
        answers.giveWay(twilio, agent, atNs);
        goOnLeaving();
    }

    /** An agent that leaves after its good-bye is not missed. */
    void agentGone(String why) {
        if (stage != Stage.LEAVING) {
            end(StreamEnding.NO_AGENT, why);
        }
    }

    private void leave(StreamEnding ending, RemainingSpeech words, String why) {
        become(Stage.LEAVING);
        farewell = new GracefulEnd(around, answers, ending, words, () -> end(ending, why));
        farewell.begin();
    }

    private void goOnLeaving() {
        if (farewell != null) {
            farewell.goOn();
        }
    }

    private void leaveStream(String why, long atNs) {
        twilio.hangUp(NORMAL, why);
        answers.streamGone(agent, atNs);
    }

    private void become(Stage next) {
        stage = next;
    }
}
