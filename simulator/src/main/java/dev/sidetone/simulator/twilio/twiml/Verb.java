package dev.sidetone.simulator.twilio.twiml;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.twilio.relay.RelaySettings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One verb of a TwiML document with its attributes as Twilio takes them: what was wrong with them is reported already. Immutable. */
sealed interface Verb {
    /** The capitalised name that a document has for it. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** Hands this verb to the one method of {@code handler} that carries out its kind. */
    void deliverTo(Handler handler);

    /** One method per verb. */
    interface Handler {
        void connect(Connect verb);

        void dial(Dial verb);

        void gather(Gather verb);

        void hangup(Hangup verb);

        void prompt(Prompt verb);

        void redirect(Redirect verb);

        void reject(Reject verb);

        void relay(Relay verb);

        void start(Start verb);

        void stop(Stop verb);

        void beyond(Beyond verb);
    }

    /** The document to which a verb sends the call when it is over: the text of a URL, or null for the next verb. */
    record Action(@Nullable String url, String method) {}

    /** A {@code <Stream>}; its url and its track are judged when it is opened. */
    record Stream(
            String url,
            String name,
            String track,
            @Nullable String statusCallback,
            String statusCallbackMethod,
            Map<String, String> parameters) {}

    record Connect(Action action, Stream stream) implements Verb {
        @Override
        public void deliverTo(Handler handler) {
            handler.connect(this);
        }
    }

    /**
     * Puts the call through.
     *
     * @param callees the parties that are rung at once; the first who would pick up does
     */
    record Dial(Action action, List<Callee> callees, long timeoutSeconds, long mostSeconds, boolean hangupOnStar)
            implements Verb {
        @Override
        public void deliverTo(Handler handler) {
            handler.dial(this);
        }
    }

    /**
     * Asks for keys.
     *
     * @param keys whether keys are taken; speech never is
     * @param mostDigits so many digits end it; 0 for no limit
     * @param finishKey the key that ends it, or an empty string
     * @param evenIfEmpty whether the action is asked without any digit too
     */
    record Gather(
            Action action,
            boolean keys,
            long timeoutSeconds,
            long mostDigits,
            String finishKey,
            boolean evenIfEmpty,
            List<Prompt> prompts)
            implements Verb {
        @Override
        public void deliverTo(Handler handler) {
            handler.gather(this);
        }
    }

    record Hangup() implements Verb {
        @Override
        public void deliverTo(Handler handler) {
            handler.hangup(this);
        }
    }

    record Redirect(Action action) implements Verb {
        @Override
        public void deliverTo(Handler handler) {
            handler.redirect(this);
        }
    }

    record Reject(boolean busy) implements Verb {
        @Override
        public void deliverTo(Handler handler) {
            handler.reject(this);
        }
    }

    /** {@code <Connect><ConversationRelay>}. {@code refusal} is what makes Twilio refuse it, or null. */
    record Relay(Action action, RelaySettings settings, @Nullable Finding refusal) implements Verb {
        @Override
        public String name() {
            return "Connect";
        }

        @Override
        public void deliverTo(Handler handler) {
            handler.relay(this);
        }
    }

    record Start(Stream stream) implements Verb {
        @Override
        public void deliverTo(Handler handler) {
            handler.start(this);
        }
    }

    /** Ends the one-way stream of that name. */
    record Stop(String stream) implements Verb {
        @Override
        public void deliverTo(Handler handler) {
            handler.stop(this);
        }
    }

    /**
     * A verb that Twilio would carry out and this line does not.
     *
     * @param what the verb, or the verb and its noun
     * @param blocking whether Twilio would stay in it, so that the call cannot go on
     */
    record Beyond(String name, String what, boolean blocking) implements Verb {
        @Override
        public void deliverTo(Handler handler) {
            handler.beyond(this);
        }
    }

    /** A verb that the caller hears, also inside a {@code <Gather>}. */
    sealed interface Prompt extends Verb {
        @Override
        default void deliverTo(Handler handler) {
            handler.prompt(this);
        }

        /** Hands this prompt to the one method of {@code player} that plays its kind. */
        void playTo(Player player);
    }

    /** One method per prompt. */
    interface Player {
        void say(Say prompt);

        void play(Play prompt);

        void keys(Keys prompt);

        void pause(Pause prompt);
    }

    record Say(String text, long times) implements Prompt {
        @Override
        public void playTo(Player player) {
            player.say(this);
        }
    }

    record Play(String url, long times) implements Prompt {
        @Override
        public void playTo(Player player) {
            player.play(this);
        }
    }

    /** {@code <Play digits>}. */
    record Keys(String digits, long times) implements Prompt {
        @Override
        public String name() {
            return "Play";
        }

        @Override
        public void playTo(Player player) {
            player.keys(this);
        }
    }

    record Pause(long seconds) implements Prompt {
        @Override
        public void playTo(Player player) {
            player.pause(this);
        }
    }
}
