package dev.sidetone.bridge.twilio;

import dev.sidetone.bridge.audio.MulawChunk;
import java.util.Map;

/** A message from Twilio on a Media Stream. Source: Twilio docs, voice/media-streams/websocket-messages. */
public sealed interface FromTwilio {

    /** Hands this message to the one method of {@code handler} that takes its kind. */
    void deliverTo(Handler handler);

    /** One method per message. */
    interface Handler {
        void connected(Connected message);

        void start(Start message);

        void media(Media message);

        void dtmf(Dtmf message);

        void mark(Mark message);

        void stop(Stop message);
    }

    /** The first message on the socket. Carries no sequence number. */
    record Connected(String protocol, String version) implements FromTwilio {
        @Override
        public void deliverTo(Handler handler) {
            handler.connected(this);
        }
    }

    /** The stream begins. {@code parameters} are the TwiML's {@code <Parameter>}s, by name. */
    record Start(
            long sequenceNumber, String accountSid, String streamSid, String callSid, Map<String, String> parameters)
            implements FromTwilio {
        @Override
        public void deliverTo(Handler handler) {
            handler.start(this);
        }

        /** The same without the parameters, for a tap: one of them is a secret. */
        Start withoutParameters() {
            return new Start(sequenceNumber, accountSid, streamSid, callSid, Map.of());
        }
    }

    /**
     * Caller audio.
     *
     * @param chunk counts media messages from 1
     * @param timestampMs since the stream began; the first is not 0
     */
    record Media(long sequenceNumber, long chunk, long timestampMs, MulawChunk audio, String streamSid)
            implements FromTwilio {
        @Override
        public void deliverTo(Handler handler) {
            handler.media(this);
        }
    }

    /** The caller pressed a key: one of 0-9, * and #. */
    record Dtmf(long sequenceNumber, char digit, String streamSid) implements FromTwilio {
        @Override
        public void deliverTo(Handler handler) {
            handler.dtmf(this);
        }
    }

    /** A mark comes back: the audio before it was played, or was discarded by a clear. The message does not tell the two apart. */
    record Mark(long sequenceNumber, String name, String streamSid) implements FromTwilio {
        @Override
        public void deliverTo(Handler handler) {
            handler.mark(this);
        }
    }

    /** The stream ends; Twilio closes the socket next. */
    record Stop(long sequenceNumber, String accountSid, String callSid, String streamSid) implements FromTwilio {
        @Override
        public void deliverTo(Handler handler) {
            handler.stop(this);
        }
    }
}
