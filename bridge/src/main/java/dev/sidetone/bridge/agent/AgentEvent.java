package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.audio.MulawChunk;
import org.jspecify.annotations.Nullable;

/** An event that an agent reports to a call, whatever its wire. {@code atNs} is the arrival of its message. */
public sealed interface AgentEvent {
    long atNs();

    /** Hands this event to the one method of {@code handler} that takes its kind. */
    void deliverTo(Handler handler);

    /** One method per event. */
    interface Handler {
        void ready(Ready event);

        void callerStarted(CallerStarted event);

        void callerStopped(CallerStopped event);

        void callerHeard(CallerHeard event);

        void audio(Audio event);

        void said(Said event);

        void toolCalled(ToolCalled event);

        void leaving(Leaving event);

        void failed(Failed event);

        void busy(Busy event);

        void lasts(Lasts event);

        void complained(Complained event);

        void brokeOff(BrokeOff event);

        /** For whoever opens the next session. */
        default void resumable(Resumable event) {}

        void lagged(Lagged event);

        void continued(Continued event);

        void timedOut(TimedOut event);

        void flawed(Flawed event);
    }

    /** What the agent has said so far was only a preamble: its answer follows, as another part of the same response. */
    record Continued(long atNs) implements AgentEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.continued(this);
        }
    }

    /** The caller has said nothing for so long that the agent speaks by itself; what follows answers nothing. */
    record TimedOut(long atNs) implements AgentEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.timedOut(this);
        }
    }

    /**
     * Something is wrong with what the agent sent, and it goes on.
     *
     * @param what the rest of a sentence that begins with the agent
     */
    record Flawed(long atNs, AgentFlaw flaw, String what) implements AgentEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.flawed(this);
        }
    }

    /** The agent is at its limit or has trouble of its own, and is tried again for a while. Reported once. */
    record Busy(long atNs) implements AgentEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.busy(this);
        }
    }

    /**
     * The session ends by itself in {@code leftNs}, at the latest.
     *
     * @param renewable whether another session can take over what was said in this one
     */
    record Lasts(long atNs, long leftNs, boolean renewable) implements AgentEvent {
        public Lasts(long atNs, long leftNs) {
            this(atNs, leftNs, true);
        }

        @Override
        public void deliverTo(Handler handler) {
            handler.lasts(this);
        }
    }

    /** The agent says, or shows by its own words, that it broke an answer off because the caller spoke. */
    record BrokeOff(long atNs) implements AgentEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.brokeOff(this);
        }
    }

    /**
     * From now on another connection can take this session up, once this one is closed.
     *
     * @param handle the vendor's name for the session as it is now, or null while it cannot be taken up
     */
    record Resumable(long atNs, @Nullable String handle) implements AgentEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.resumable(this);
        }
    }

    /** The agent says that something is wrong, and goes on. */
    record Complained(long atNs, String code, String text) implements AgentEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.complained(this);
        }
    }

    /** The agent takes and gives audio in the line's format from now on. */
    record Ready(long atNs) implements AgentEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.ready(this);
        }
    }

    /** The agent hears the caller speak. */
    record CallerStarted(long atNs) implements AgentEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.callerStarted(this);
        }
    }

    /** The agent takes the caller's turn for finished. */
    record CallerStopped(long atNs) implements AgentEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.callerStopped(this);
        }
    }

    /**
     * The bridge itself hears the caller begin or stop, on a wire that says nothing of it. Nothing is cut for it, and it is no figure of the
     * agent's.
     */
    record CallerHeard(long atNs, boolean speaking) implements AgentEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.callerHeard(this);
        }
    }

    /**
     * What the agent says comes late by {@code ms}, milliseconds, and goes on doing so: its wire carries one track in real time. Reported once
     * for each cause.
     */
    record Lagged(long atNs, long ms, Lag cause) implements AgentEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.lagged(this);
        }
    }

    /** The place where a track in real time is late. */
    enum Lag {
        /** The agent has been given more of the caller than its track answers for. */
        BEHIND_THE_CALLER,
        /** The track came in a burst, and waits to be heard. */
        WAITING_TO_BE_HEARD
    }

    /** Audio of an answer. {@code answerId} is the same for all of one answer and never used again. */
    record Audio(long atNs, String answerId, MulawChunk chunk) implements AgentEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.audio(this);
        }
    }

    /** Words, where the wire has a transcript. */
    record Said(long atNs, Speaker speaker, String text) implements AgentEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.said(this);
        }
    }

    /** Whose words. */
    enum Speaker {
        CALLER,
        AGENT
    }

    /**
     * The agent wants something done, whether or not it was offered, and waits for the result unless it is an order.
     *
     * @param callId as the agent calls it; empty for an order
     * @param arguments a JSON object, as text
     * @param order true where the wire has a word of its own for it, which expects no result
     */
    record ToolCalled(long atNs, String callId, String name, String arguments, boolean order) implements AgentEvent {
        /** A call of a tool, which expects a result. */
        public ToolCalled(long atNs, String callId, String name, String arguments) {
            this(atNs, callId, name, arguments, false);
        }

        /** An order, in a word of the wire's own. */
        public static ToolCalled order(long atNs, String name, String arguments) {
            return new ToolCalled(atNs, "", name, arguments, true);
        }

        @Override
        public void deliverTo(Handler handler) {
            handler.toolCalled(this);
        }
    }

    /** The agent ends the conversation of its own accord: nothing follows. */
    record Leaving(long atNs, String why) implements AgentEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.leaving(this);
        }
    }

    /** The agent is gone, or never came: nothing follows. */
    record Failed(long atNs, AgentFailure failure) implements AgentEvent {
        @Override
        public void deliverTo(Handler handler) {
            handler.failed(this);
        }
    }
}
