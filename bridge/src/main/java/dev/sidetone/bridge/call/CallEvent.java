package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentEvent.Lag;
import dev.sidetone.bridge.agent.AgentEvent.Speaker;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentFlaw;

// Over 300 lines because all events of a call stand in one sealed type.
/**
 * A fact about one call, for listeners beside the audio path. Delivered on the call's event loop; a listener takes it down and returns
 * at once.
 *
 * <p>Names are past tense. {@code atNs} is when it happened, in nanoseconds on the clock of the call's event loop (arbitrary zero).
 */
public sealed interface CallEvent {
    /** The time of the event, in nanoseconds on the clock of the call's event loop. */
    long atNs();

    /** Hands this event to the one method of {@code handler} that takes its kind. */
    void deliverTo(Handler handler);

    /** One method per event, so that an event that is not handled does not compile. */
    interface Handler {
        void agentReady(AgentReady event);

        void agentBusy(AgentBusy event);

        void agentHeardSpeech(AgentHeardSpeech event);

        void agentHeardEnd(AgentHeardEnd event);

        void answerBegan(AnswerBegan event);

        void answerRelayed(AnswerRelayed event);

        void answerCut(AnswerCut event);

        void transcribed(Transcribed event);

        void toolCalled(ToolCalled event);

        void toolAnswered(ToolAnswered event);

        void orderRefused(OrderRefused event);

        void hangUpWished(HangUpWished event);

        void transferWished(TransferWished event);

        void agentComplained(AgentComplained event);

        void agentBrokeOff(AgentBrokeOff event);

        void answerContinued(AnswerContinued event);

        void agentTimedOut(AgentTimedOut event);

        void agentFlawed(AgentFlawed event);

        void agentLagged(AgentLagged event);

        void agentFailed(AgentFailed event);

        void agentStalled(AgentStalled event);

        void sessionRenewed(SessionRenewed event);

        void sessionExpiring(SessionExpiring event);

        void callControlFailed(CallControlFailed event);

        void limitReached(LimitReached event);

        void stoodStill(StoodStill event);

        void closed(Closed event);
    }

    /** The agent takes audio from now on. */
    record AgentReady(long atNs) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.agentReady(this);
        }
    }

    /** The agent is at its limit or has trouble of its own, and is connected to again; the caller hears it ring. */
    record AgentBusy(long atNs) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.agentBusy(this);
        }
    }

    /** What the agent says comes late by {@code ms}, milliseconds, on a wire that carries one track in real time. */
    record AgentLagged(long atNs, long ms, Lag cause) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.agentLagged(this);
        }
    }

    /** The agent detected that the caller began to speak. */
    record AgentHeardSpeech(long atNs) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.agentHeardSpeech(this);
        }
    }

    /** The agent detected that the caller finished. */
    record AgentHeardEnd(long atNs) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.agentHeardEnd(this);
        }
    }

    /** The first audio of an answer came from the agent. */
    record AnswerBegan(long atNs, String answerId) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.answerBegan(this);
        }
    }

    /** The first audio of an answer went out to Twilio; stamped just before the write. */
    record AnswerRelayed(long atNs, String answerId) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.answerRelayed(this);
        }
    }

    /** An answer was interrupted, and the agent was given {@code heardMs}: how many milliseconds of it the caller heard. */
    record AnswerCut(long atNs, String answerId, long heardMs) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.answerCut(this);
        }
    }

    /** Words of the caller or the agent were transcribed, where the agent's protocol has a transcript. */
    record Transcribed(long atNs, Speaker speaker, String text) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.transcribed(this);
        }
    }

    /**
     * The agent called a tool.
     *
     * @param callId is empty for an order that expects no result
     * @param arguments a JSON object, as text of any length
     */
    record ToolCalled(long atNs, String callId, String tool, String arguments) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.toolCalled(this);
        }
    }

    /**
     * A tool's result, or the reason why there is none, was given to the agent; stamped just before the write.
     *
     * @param result JSON, as text of any length
     */
    record ToolAnswered(long atNs, String callId, String tool, String result, boolean failed) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.toolAnswered(this);
        }
    }

    /**
     * The agent was not obeyed, because it was not offered what it called.
     *
     * @param why a phrase that follows the tool's name
     * @param cure one sentence for the owner of the agent's settings
     */
    record OrderRefused(long atNs, String callId, String tool, String why, String cure) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.orderRefused(this);
        }
    }

    /** The agent wants the call ended; first what it is saying is heard to its end. */
    record HangUpWished(long atNs, String why) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.hangUpWished(this);
        }
    }

    /** The agent wants the caller put through to {@code number}; first what it is saying is heard to its end. */
    record TransferWished(long atNs, String number) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.transferWished(this);
        }
    }

    /** The agent says that it broke an answer off, because the caller spoke. */
    record AgentBrokeOff(long atNs) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.agentBrokeOff(this);
        }
    }

    /** What was heard of the answer so far was a preamble: the answer itself follows. */
    record AnswerContinued(long atNs) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.answerContinued(this);
        }
    }

    /** The agent speaks by itself, because the caller has said nothing for a while. */
    record AgentTimedOut(long atNs) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.agentTimedOut(this);
        }
    }

    /**
     * Something is wrong with what the agent sent, and it goes on.
     *
     * @param what the rest of a sentence that begins with the agent
     */
    record AgentFlawed(long atNs, AgentFlaw flaw, String what) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.agentFlawed(this);
        }
    }

    /** The agent reported an error and goes on. */
    record AgentComplained(long atNs, String code, String text) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.agentComplained(this);
        }
    }

    /** The agent never came, or is gone for good. */
    record AgentFailed(long atNs, AgentFailure failure) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.agentFailed(this);
        }
    }

    /**
     * The agent is connected, and has sent nothing since the caller spoke.
     *
     * @param what one sentence without its full stop
     * @param answers whether it had answered a turn before
     */
    record AgentStalled(long atNs, String what, boolean answers) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.agentStalled(this);
        }
    }

    /** The call goes on in another session with the agent. */
    record SessionRenewed(long atNs, String why) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.sessionRenewed(this);
        }
    }

    /** The agent's session ends in {@code leftNs}, and no other can go on with the call. */
    record SessionExpiring(long atNs, long leftNs) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.sessionExpiring(this);
        }
    }

    /** A request to Twilio's REST API that was to change the call failed; {@code what} describes it. */
    record CallControlFailed(long atNs, String what) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.callControlFailed(this);
        }
    }

    /** The bridge ended the stream by a limit of its own; {@code what} names limit and size. */
    record LimitReached(long atNs, String what) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.limitReached(this);
        }
    }

    /** The bridge itself stood still for {@code ns}: nothing was read, no timer ran. Neither side is to blame for what is late. */
    record StoodStill(long atNs, long ns) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.stoodStill(this);
        }
    }

    /** Both sides of the call are closed; nothing follows. */
    record Closed(long atNs, String why) implements CallEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.closed(this);
        }
    }
}
