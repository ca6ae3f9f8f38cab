package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentLeg;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.twilio.TwilioLeg;
import java.util.function.Function;
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
 *                                         CallListener
 * </pre>
 */
public final class Call implements TwilioLeg.Listener {
    private static final int NORMAL = 1000;
    private static final int GOING_AWAY = 1001;

    private final CallSurroundings around;
    private final AgentLeg agent;
    private final AnswerRelay answers;
    private TwilioLeg twilio;
    private Stage stage = Stage.TALKING;
    private @Nullable Farewell farewell;
    private @Nullable Detour detour;

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
     * @param dialAgent dials the agent; its events go to the handler it is given, later
     */
    public Call(TwilioLeg twilio, Function<AgentEvent.Handler, AgentLeg> dialAgent, CallSurroundings around) {
        this.twilio = twilio;
        twilio.join(this);
        this.around = around;
        this.answers = new AnswerRelay(around.timers(), around.listener());
        this.agent = dialAgent.apply(new AgentSide(this, answers, around.listener()));
    }

    /**
     * Puts the caller through to a person, once what the agent is saying has been heard.
     *
     * @param number whom, or null for the number that the bridge was given
     * @return whether there is such a number and a call to put through
     */
    public boolean transfer(@Nullable String number, String why) {
        String to = number == null ? around.humanNumber() : number;
        if (to == null || stage != Stage.TALKING) {
            return false;
        }
        around.listener().transferWished(to, around.timers().nowNs());
        leave(Ending.transferTo(to), why);
        return true;
    }

    /** Ends the call, once what the agent is saying has been heard. */
    public void hangUp(String why) {
        if (stage == Stage.TALKING) {
            leave(Ending.AGENT_HUNG_UP, why);
        }
    }

    /** Sends the call through {@code twiml}, which brings it back on a new stream; the agent waits for that. */
    public void detour(String twiml) {
        if (stage == Stage.TALKING) {
            become(Stage.DETOUR);
            detour = new Detour(
                    around,
                    twiml,
                    () -> become(Stage.TALKING),
                    () -> end(Ending.CALLER_LEFT, "the call never came back"));
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
    public void end(Ending how, String why) {
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
        around.ended().accept(how);
        agent.hangUp();
        twilio.hangUp(how.how() == Ending.How.SHUT_DOWN ? GOING_AWAY : NORMAL, why);
        around.listener().ended(why, around.timers().nowNs());
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
            end(how == TwilioLeg.End.STOPPED ? Ending.CALLER_LEFT : Ending.STREAM_LOST, why);
        }
    }

    void agentSays(AgentEvent.Audio audio) {
        if (twilio.isStreaming()) {
            answers.relay(audio, twilio);
        }
    }

    void callerInterrupts(long atNs) {
        answers.giveWay(twilio, agent, atNs);
        goOnLeaving();
    }

    /** An agent that leaves after its good-bye is not missed. */
    void agentGone(String why) {
        if (stage != Stage.LEAVING) {
            end(Ending.NO_AGENT, why);
        }
    }

    private void leave(Ending ending, String why) {
        become(Stage.LEAVING);
        farewell = new Farewell(around, answers, ending, () -> end(ending, why));
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
