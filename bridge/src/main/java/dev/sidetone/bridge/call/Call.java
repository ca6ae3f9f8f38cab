package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentLeg;
import dev.sidetone.bridge.agent.ToolResult;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.twilio.TwilioLeg;
import java.util.function.Consumer;
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

    private final TwilioLeg twilio;
    private final AgentLeg agent;
    private final NanoClock clock;
    private final CallListener listener;
    private final Consumer<Ending> ending;
    private final TurnTaking turns = new TurnTaking();
    private final PlayoutLedger playout = new PlayoutLedger();
    /** Why the agent has left, while its last words are still to be heard. */
    private @Nullable String farewell;

    private boolean over;

    /** Why the stream ended, which decides what the caller gets next. */
    public enum Ending {
        /** The caller left. */
        CALLER_LEFT,
        /** There is no agent: the caller deserves an apology. */
        NO_AGENT,
        /** The agent ended the conversation. */
        AGENT_LEFT
    }

    /**
     * @param twilio the leg whose stream has started
     * @param dialAgent dials the agent; its events go to the handler it is given, later
     * @param ending hears once how the call ended
     */
    public Call(
            TwilioLeg twilio,
            Function<AgentEvent.Handler, AgentLeg> dialAgent,
            NanoClock clock,
            CallListener listener,
            Consumer<Ending> ending) {
        this.twilio = twilio;
        this.clock = clock;
        this.listener = listener;
        this.ending = ending;
        this.agent = dialAgent.apply(new AgentSide());
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
        playout.returned(name, atNs);
        if (!playout.isPlaying()) {
            turns.drained();
            if (farewell != null) {
                end(Ending.AGENT_LEFT, farewell, atNs);
            }
        }
    }

    @Override
    public void ended(String why, long atNs) {
        end(Ending.CALLER_LEFT, why, atNs);
    }

    private void relay(AgentEvent.Audio audio) {
        boolean first = turns.isNew(audio.answerId());
        if (!turns.agentSpeaks(audio.answerId())) {
            return;
        }
        if (first) {
            listener.answerBegan(audio.answerId(), audio.atNs());
        }
        // Stamped before the write: the other end may have read it before the write returns.
        long relayedNs = clock.nowNs();
        twilio.play(audio.chunk());
        twilio.mark(playout.sent(audio.answerId(), audio.chunk(), relayedNs));
        if (first) {
            listener.answerRelayed(audio.answerId(), relayedNs);
        }
    }

    /** The caller speaks: what is still unheard is thrown away at Twilio, and the agent learns how far the caller got. */
    private void giveWay(long atNs) {
        turns.callerSpeaks();
        if (!playout.isPlaying()) {
            return;
        }
        twilio.clear();
        for (PlayoutLedger.Cut cut : playout.cleared(atNs)) {
            agent.interrupt(cut.answerId(), cut.heardMs());
            listener.answerCut(cut.answerId(), cut.heardMs(), clock.nowNs());
        }
    }

    private void end(Ending how, String why, long atNs) {
        if (over) {
            return;
        }
        over = true;
        ending.accept(how);
        agent.hangUp();
        twilio.hangUp(NORMAL, why);
        listener.ended(why, atNs);
    }

    /** What the agent tells this call. */
    private final class AgentSide implements AgentEvent.Handler {
        @Override
        public void ready(AgentEvent.Ready event) {
            listener.agentReady(event.atNs());
        }

        @Override
        public void callerStarted(AgentEvent.CallerStarted event) {
            listener.callerSpeechHeard(event.atNs());
            giveWay(event.atNs());
        }

        @Override
        public void callerStopped(AgentEvent.CallerStopped event) {
            turns.callerStops();
            listener.callerEndHeard(event.atNs());
        }

        @Override
        public void audio(AgentEvent.Audio event) {
            if (!over) {
                relay(event);
            }
        }

        @Override
        public void said(AgentEvent.Said event) {
            listener.transcribed(event.speaker(), event.text(), event.atNs());
        }

        @Override
        public void toolCalled(AgentEvent.ToolCalled event) {
            agent.giveResult(new ToolResult(event.callId(), "{\"error\":\"this bridge runs no tools\"}", true));
        }

        @Override
        public void leaving(AgentEvent.Leaving event) {
            if (playout.isPlaying()) {
                farewell = event.why();
            } else {
                end(Ending.AGENT_LEFT, event.why(), event.atNs());
            }
        }

        @Override
        public void failed(AgentEvent.Failed event) {
            AgentFailure failure = event.failure();
            listener.agentFailed(failure, event.atNs());
            end(Ending.NO_AGENT, failure.code(), event.atNs());
        }
    }
}
