package dev.sidetone.simulator.scenario;

import dev.sidetone.simulator.caller.Clip;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the caller does next, or what must hold at that point. Immutable. */
public sealed interface Step {
    /** The step in the words of the file, on one line, as in {@code hear: agent, within: 900ms}. */
    String text();

    /** Calls the handler's method for this step. */
    void deliverTo(Handler handler);

    /** One method for each kind of step. */
    interface Handler {
        void hearAgent(HearAgent step);

        void hearSilence(HearSilence step);

        void say(Say step);

        void press(Press step);

        void pause(Pause step);

        void fault(InjectFault step);

        void expect(Expect step);

        void hangUp(HangUp step);
    }

    /**
     * Waits until the agent speaks.
     *
     * @param withinMs the most that it may take from the end of what was said before, at the first step from the stream's start; null for
     *     no bound
     */
    record HearAgent(String text, @Nullable Long withinMs) implements Step {
        @Override
        public void deliverTo(Handler handler) {
            handler.hearAgent(this);
        }
    }

    /**
     * Waits until the agent has finished.
     *
     * @param withinMs the most that it may take from the beginning of the step; null for no bound
     */
    record HearSilence(String text, @Nullable Long withinMs) implements Step {
        @Override
        public void deliverTo(Handler handler) {
            handler.hearSilence(this);
        }
    }

    /**
     * Says a clip.
     *
     * @param interruptMs how long the agent must have been speaking before the caller begins; null to begin at once
     */
    record Say(String text, Clip clip, @Nullable Long interruptMs) implements Step {
        @Override
        public void deliverTo(Handler handler) {
            handler.say(this);
        }
    }

    /**
     * Presses keys, one after the other.
     *
     * @param digits of 0-9, * and #
     */
    record Press(String text, String digits) implements Step {
        @Override
        public void deliverTo(Handler handler) {
            handler.press(this);
        }
    }

    /** Does nothing for {@code ms}. */
    record Pause(String text, long ms) implements Step {
        @Override
        public void deliverTo(Handler handler) {
            handler.pause(this);
        }
    }

    /**
     * Injects a fault into the line now.
     *
     * @param fault as {@code --fault} takes it, without a time
     */
    record InjectFault(String text, String fault) implements Step {
        @Override
        public void deliverTo(Handler handler) {
            handler.fault(this);
        }
    }

    /** Judges what followed from what the caller said or pressed last; takes no time in the call. */
    record Expect(String text, List<Expectation> expectations) implements Step {
        public Expect {
            expectations = List.copyOf(expectations);
        }

        @Override
        public void deliverTo(Handler handler) {
            handler.expect(this);
        }
    }

    /** Hangs up. */
    record HangUp(String text) implements Step {
        @Override
        public void deliverTo(Handler handler) {
            handler.hangUp(this);
        }
    }
}
