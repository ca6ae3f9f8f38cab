package dev.sidetone.bridge.twilio;

import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.bridge.time.Watchdog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Twilio's side of one call: the Media Stream's socket as things a call can do (play, mark, clear) and hear. Lives on the event loop
 * of its call. What Twilio would not send is passed over, and logged once a stream; a stream without media is given up.
 */
public final class TwilioLeg implements ConnectionListener {
    private static final Logger LOG = LoggerFactory.getLogger(TwilioLeg.class);

    /** Twilio sends media every 20 ms, silence too. Less than the 5 s in which a lost line must be closed. */
    static final long PATIENCE_NS = 4_500_000_000L;

    /** Twilio's own are of a few hundred, with many parameters of a few thousand. */
    private static final int MOST_CHARS = 1 << 17;

    private static final int POLICY_VIOLATION = 1008;
    private static final int GOING_AWAY = 1001;

    private final Door door;
    private Timers timers;
    private final FromTwilio.Handler reader = new Reader();
    private Stage stage = Stage.OPENING;
    private @Nullable Connection wire;
    private @Nullable Watchdog watchdog;
    private @Nullable Listener listener;
    private StreamTap tap = StreamTap.NONE;
    private Runnable firstHeard = () -> {};
    private String streamSid = "";
    private boolean warned;
    private long atNs;

    /** Where the stream stands; it only ever moves down this list. */
    private enum Stage {
        OPENING,
        STREAMING,
        OVER
    }

    /** @param timers the loop that the socket arrived on */
    public TwilioLeg(Door door, Timers timers) {
        this.door = door;
        this.timers = timers;
    }

    /** Who decides at {@code start} whether a stream becomes a call. */
    @FunctionalInterface
    public interface Door {
        /** Whether the stream is let in. Whoever lets it in says to whom it belongs, before the next message, by {@link #join}. */
        boolean admit(FromTwilio.Start start, TwilioLeg leg);
    }

    /** How a stream ended on Twilio's side. */
    public enum End {
        /** Twilio said so: the caller hung up, or the call was updated. */
        STOPPED,
        /** Without a word: the line to Twilio is lost, and the caller may still be there. */
        LOST
    }

    /** What happens on Twilio's side; {@code atNs} is when the message was there. */
    public interface Listener {
        /** 20 ms of the caller. */
        void callerSaid(MulawChunk audio, long atNs);

        /** The caller pressed a key. */
        void callerPressed(char digit, long atNs);

        /** A mark came back, reached or cleared. */
        void markReturned(String name, long atNs);

        /** The stream is over, once, unless we ended it. */
        void ended(End how, String why, long atNs);
    }

    /** The stream's name at Twilio, empty before {@code start}. */
    public String streamSid() {
        return streamSid;
    }

    /** Runs {@code action} when the first audio of the caller's side arrives, just before the call hears it. */
    public void whenFirstHeard(Runnable action) {
        firstHeard = action;
    }

    /** Whether Twilio plays what it is sent. */
    public boolean isStreaming() {
        return stage == Stage.STREAMING;
    }

    /** Is listened in on, from {@code start} on: called while {@link Door} decides. */
    public void tapBy(StreamTap listeningIn) {
        tap = listeningIn;
    }

    /** Belongs to a call from now on. */
    public void join(Listener call) {
        listener = call;
    }

    /** Goes to live on another loop, its call's: called while {@link Door} decides, and from then on used there only. */
    public void moveTo(Timers loop) {
        timers = loop;
        if (watchdog != null) {
            watchdog.callOff();
            watchdog = new Watchdog(loop, PATIENCE_NS, this::giveUp);
        }
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

    /** Ends the stream from our side; Twilio goes on with what follows {@code <Connect>}. Nothing is heard of it any more. */
    public void hangUp(int code, String reason) {
        if (stage != Stage.OVER) {
            become(Stage.OVER);
            tap.over(code, reason, true, timers.nowNs());
        }
        if (wire != null) {
            wire.close(code, reason);
        }
    }

    /** The stream is over by other news than its own socket's. */
    public void end(End how, String why, long nowNs) {
        end(how, null, why, nowNs);
    }

    private void end(End how, @Nullable Integer code, String why, long nowNs) {
        if (stage == Stage.OVER) {
            return;
        }
        become(Stage.OVER);
        tap.over(code, why, false, nowNs);
        if (listener != null) {
            listener.ended(how, why, nowNs);
        }
    }

    @Override
    public void onOpened(Connection opened, long nowNs) {
        wire = opened;
        watchdog = new Watchdog(timers, PATIENCE_NS, this::giveUp);
    }

    @Override
    public void onText(String text, long nowNs) {
        atNs = nowNs;
        if (text.length() > MOST_CHARS) {
            warnOnce("a message of " + text.length() + " characters");
            return;
        }
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
        end(End.LOST, code, "the socket closed with " + code + " and no stop", nowNs);
    }

    @Override
    public void onFailed(int httpStatus, String why, long nowNs) {
        end(End.LOST, why, nowNs);
    }

    private void send(ToTwilio message) {
        if (wire != null && stage == Stage.STREAMING) {
            tap.sent(message, timers.nowNs());
            wire.send(TwilioJson.write(message));
        }
    }

    private void giveUp() {
        String why = stage == Stage.OPENING ? "no start" : "no media for " + PATIENCE_NS / 1_000_000 + " ms";
        warnOnce(why);
        end(End.LOST, why, timers.nowNs());
        hangUp(GOING_AWAY, why);
    }

    private void become(Stage next) {
        stage = next;
        if (next == Stage.OVER && watchdog != null) {
            watchdog.callOff();
        }
    }

    private void warnOnce(String what) {
        if (!warned) {
            warned = true;
            LOG.warn("stream {}: {}", streamSid, what);
        }
    }

    /** Twilio's messages as the call hears them; none is Twilio's own before {@code start}, and none is heard after the end. */
    private final class Reader implements FromTwilio.Handler {
        @Override
        public void connected(FromTwilio.Connected message) {
            if (stage != Stage.OPENING) {
                warnOnce("connected, but it was already");
            }
        }

        @Override
        public void start(FromTwilio.Start message) {
            if (stage != Stage.OPENING) {
                warnOnce("a second start");
                return;
            }
            streamSid = message.streamSid();
            become(Stage.STREAMING);
            if (!door.admit(message, TwilioLeg.this)) {
                hangUp(POLICY_VIOLATION, "wrong token");
                return;
            }
            tap.heard(message.withoutParameters(), atNs);
        }

        @Override
        public void media(FromTwilio.Media message) {
            Listener call = call("media");
            if (call == null) {
                return;
            }
            if (watchdog != null) {
                watchdog.sign(atNs);
            }
            tap.heard(message, atNs);
            firstHeard.run();
            firstHeard = () -> {};
            call.callerSaid(message.audio(), atNs);
        }

        @Override
        public void dtmf(FromTwilio.Dtmf message) {
            Listener call = call("dtmf");
            if (call != null) {
                tap.heard(message, atNs);
                call.callerPressed(message.digit(), atNs);
            }
        }

        @Override
        public void mark(FromTwilio.Mark message) {
            Listener call = call("a mark");
            if (call != null) {
                tap.heard(message, atNs);
                call.markReturned(message.name(), atNs);
            }
        }

        @Override
        public void stop(FromTwilio.Stop message) {
            if (call("stop") != null) {
                tap.heard(message, atNs);
                end(End.STOPPED, "Twilio stopped the stream", atNs);
            }
        }

        private @Nullable Listener call(String what) {
            if (stage == Stage.OPENING) {
                warnOnce(what + " before start");
            }
            return stage == Stage.STREAMING ? listener : null;
        }
    }
}
