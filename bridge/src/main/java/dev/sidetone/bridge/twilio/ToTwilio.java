package dev.sidetone.bridge.twilio;

import dev.sidetone.bridge.audio.MulawChunk;

/** A message from a server to Twilio on a bidirectional Media Stream. Source: Twilio docs, voice/media-streams/websocket-messages. */
public sealed interface ToTwilio {

    /** Hands this message to the one method of {@code handler} that takes its kind. */
    void deliverTo(Handler handler);

    /** One method per message. */
    interface Handler {
        void media(Media message);

        void mark(Mark message);

        void clear(Clear message);
    }

    /** Audio to play after what is queued already; any length. */
    record Media(String streamSid, MulawChunk audio) implements ToTwilio {
        @Override
        public void deliverTo(Handler handler) {
            handler.media(this);
        }
    }

    /** Comes back when all audio queued before it was played, or at once if none is. */
    record Mark(String streamSid, String name) implements ToTwilio {
        @Override
        public void deliverTo(Handler handler) {
            handler.mark(this);
        }
    }

    /** Discards the queued audio, which returns every pending mark. */
    record Clear(String streamSid) implements ToTwilio {
        @Override
        public void deliverTo(Handler handler) {
            handler.clear(this);
        }
    }
}
