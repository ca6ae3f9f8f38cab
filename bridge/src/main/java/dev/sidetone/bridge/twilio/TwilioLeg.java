package dev.sidetone.bridge.twilio;

import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.socket.Wire;
import dev.sidetone.bridge.socket.WireListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Twilio's side of one call: the Media Stream's socket as things a call can do (play, mark, clear) and hear. Lives on the event loop
 * that the socket arrived on. Unreadable messages are logged once and passed over.
 */
public final class TwilioLeg implements WireListener {
    private static final Logger LOG = LoggerFactory.getLogger(TwilioLeg.class);

    private static final int POLICY_VIOLATION = 1008;

    private final Door door;
    private final FromTwilio.Handler reader = new Reader();
    private @Nullable Wire wire;
    private @Nullable Listener listener;
    private String streamSid = "";
    private long atNs;
    private boolean stopped;
    private boolean warned;

    public TwilioLeg(Door door) {
        this.door = door;
    }

    /** Who decides at {@code start} whether a stream becomes a call. */
    @FunctionalInterface
    public interface Door {
        /** The call that this stream is, or null to turn it away. */
        @Nullable
        Listener admit(FromTwilio.Start start, TwilioLeg leg);
    }

    /** What happens on Twilio's side; {@code atNs} is when the message was there. */
    public interface Listener {
        /** 20 ms of the caller. */
        void callerSaid(MulawChunk audio, long atNs);

        /** The caller pressed a key. */
        void callerPressed(char digit, long atNs);

        /** A mark came back, reached or cleared. */
        void markReturned(String name, long atNs);

        /** The stream is over, once: after {@code stop}, or when the socket went without it. */
        void ended(String why, long atNs);
    }

    /** Queues audio at Twilio. */
    public void play(MulawChunk audio) {
        send(new ToTwilio.Media(streamSid, audio));
    }

    /** Queues a mark behind the audio. */
    public void mark(String name) {
        send(new ToTwilio.Mark(streamSid, name));
    }

    /** Throws away what Twilio has queued. */
    public void clear() {
        send(new ToTwilio.Clear(streamSid));
    }

    /** Ends the stream from our side; Twilio goes on with what follows {@code <Connect>}. */
    public void hangUp(int code, String reason) {
        if (wire != null) {
            wire.close(code, reason);
        }
    }

    @Override
    public void onOpened(Wire opened, long nowNs) {
        wire = opened;
    }

    @Override
    public void onText(String text, long nowNs) {
        atNs = nowNs;
        try {
            TwilioJson.read(text).deliverTo(reader);
        } catch (TwilioJson.Malformed e) {
            warnOnce("a message that cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void onBinary(byte[] bytes, long nowNs) {
        warnOnce("a binary message, which Twilio never sends");
    }

    @Override
    public void onClosed(int code, String reason, long nowNs) {
        end("the socket closed with " + code + " and no stop", nowNs);
    }

    @Override
    public void onFailed(int httpStatus, String why, long nowNs) {
        end(why, nowNs);
    }

    private void send(ToTwilio message) {
        if (wire != null && !streamSid.isEmpty()) {
            wire.send(TwilioJson.write(message));
        }
    }

    private void end(String why, long nowNs) {
        if (!stopped && listener != null) {
            stopped = true;
            listener.ended(why, nowNs);
        }
    }

    private void warnOnce(String what) {
        if (!warned) {
            warned = true;
            LOG.warn("stream {}: {}", streamSid, what);
        }
    }

    /** Twilio's messages as the call hears them. */
    private final class Reader implements FromTwilio.Handler {
        @Override
        public void connected(FromTwilio.Connected message) {}

        @Override
        public void start(FromTwilio.Start message) {
            if (!streamSid.isEmpty()) {
                return;
            }
            streamSid = message.streamSid();
            listener = door.admit(message, TwilioLeg.this);
            if (listener == null) {
                hangUp(POLICY_VIOLATION, "wrong token");
            }
        }

        @Override
        public void media(FromTwilio.Media message) {
            if (listener != null) {
                listener.callerSaid(message.audio(), atNs);
            }
        }

        @Override
        public void dtmf(FromTwilio.Dtmf message) {
            if (listener != null) {
                listener.callerPressed(message.digit(), atNs);
            }
        }

        @Override
        public void mark(FromTwilio.Mark message) {
            if (listener != null) {
                listener.markReturned(message.name(), atNs);
            }
        }

        @Override
        public void stop(FromTwilio.Stop message) {
            end("Twilio stopped the stream", atNs);
        }
    }
}
