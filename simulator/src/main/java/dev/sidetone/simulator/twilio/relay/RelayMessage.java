package dev.sidetone.simulator.twilio.relay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message of a ConversationRelay server. Immutable. */
sealed interface RelayMessage {
    /** Hands this message to the one method of {@code handler} that is for its kind. */
    void deliverTo(Handler handler);

    /** One method per kind. */
    interface Handler {
        void text(Text message);

        void play(Play message);

        void digits(Digits message);

        void language(Language message);

        void end(End message);

        void settings(Settings message);
    }

    /** Whether a message may be cut off, and by what; null where the TwiML decides. */
    record Cutting(@Nullable RelayInput interruptible, @Nullable Boolean preemptible) {}

    /**
     * A piece of an answer, to be spoken.
     *
     * @param last whether the answer is complete with it
     */
    record Text(String token, boolean last, String lang, Cutting cutting) implements RelayMessage {
        @Override
        public void deliverTo(Handler handler) {
            handler.text(this);
        }
    }

    /**
     * A sound to be played.
     *
     * @param times how often it is played
     */
    record Play(String source, long times, Cutting cutting) implements RelayMessage {
        @Override
        public void deliverTo(Handler handler) {
            handler.play(this);
        }
    }

    record Digits(String digits) implements RelayMessage {
        @Override
        public void deliverTo(Handler handler) {
            handler.digits(this);
        }
    }

    /** Empty where a direction stays as it is. */
    record Language(String tts, String transcription) implements RelayMessage {
        @Override
        public void deliverTo(Handler handler) {
            handler.language(this);
        }
    }

    /**
     * The server's end of the session.
     *
     * @param handoffData null where there is none
     */
    record End(@Nullable String handoffData) implements RelayMessage {
        @Override
        public void deliverTo(Handler handler) {
            handler.end(this);
        }
    }

    /** A message of the types config and hints, whose form is not published. */
    record Settings(String type, List<String> keys) implements RelayMessage {
        @Override
        public void deliverTo(Handler handler) {
            handler.settings(this);
        }
    }
}
