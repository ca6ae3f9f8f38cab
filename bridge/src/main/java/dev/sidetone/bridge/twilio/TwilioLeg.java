package dev.sidetone.bridge.twilio;

import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.bridge.time.Watchdog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The leg of one call towards Twilio: sends audio, marks and clears on the Media Stream, and reports what arrives to the call. Owned by
 * the event loop of its call. Messages that Twilio would not send are ignored, and logged once a stream; a stream without media is closed.
 */
// Over 300 lines because its reader, its watchdog and its ends share the state of one stream.
public final class TwilioLeg implements ConnectionListener {
    private static final int MOST_SID_CHARS = 100;
    private static final Logger LOG = LoggerFactory.getLogger(TwilioLeg.class);

    /** Twilio sends media every 20 ms, silence too. Less than the 5 s in which a lost connection must be closed. */
    static final long MEDIA_TIMEOUT_NS = 4_500_000_000L;

    private static final long STANDSTILL_NS = 1_000_000_000L;

    /** Twilio's own have a few hundred characters, with many parameters a few thousand. */
    private static final int MOST_CHARS = 1 << 17;

    private static final int POLICY_VIOLATION = 1008;
    private static final int GOING_AWAY = 1001;

    private final Authorizer authorizer;
    private Timers timers;
    private final FromTwilio.Handler reader = new Reader();
    private Stage stage = Stage.OPENING;
    private @Nullable Connection connection;
    private @Nullable Watchdog watchdog;
    private @Nullable Listener listener;
    private StreamTap tap = StreamTap.NONE;
    private Runnable firstHeard = () -> {};
    private String streamSid = "";
    private boolean warned;
    private long atNs;

    /** The stage of the stream; it only ever moves down this list. */
    private enum Stage {
        OPENING,
        STREAMING,
        OVER
    }

    /** @param timers the loop that the socket arrived on */
    public TwilioLeg(Authorizer authorizer, Timers timers) {
        this.authorizer = authorizer;
        this.timers = timers;
    }

    /** Decides at {@code start} whether a stream becomes a call's. */
    @FunctionalInterface
    public interface Authorizer {
        /** Returns true to accept the stream, whose call must then be set by {@link #join} before the next message. */
        boolean authorize(FromTwilio.Start start, TwilioLeg leg);
    }

    /** The way a stream ended on Twilio's side. */
    public enum End {
        /** Twilio sent {@code stop}: the caller hung up, or the call was updated. */
        STOPPED,
        /** Without {@code stop}: the connection to Twilio is lost, and the caller may still be there. */
        LOST,
        /** Without {@code stop}: a limit of the bridge was reached, and it closed the stream. */
        LIMIT
    }

    /** Receives what happens on Twilio's side; {@code atNs} is when the message arrived. */
    public interface Listener {
        /** The caller's audio, 20 ms of it. */
        void callerSaid(MulawChunk audio, long atNs);

        /** The caller pressed a key. */
        void callerPressed(char digit, long atNs);

        /** A mark came back, reached or cleared. */
        void markReturned(String name, long atNs);

        /** The bridge itself stood still for {@code ns}. */
        void stoodStill(long ns, long atNs);

        /** The stream is over. Called once, and not when the bridge ended it. */
        void ended(End how, String why, long atNs);
    }

    /** Twilio's id of the stream, empty before {@code start}. */
    public String streamSid() {
        return streamSid;
    }

    /** Runs {@code action} when the first audio of the caller's side arrives, just before the call gets it. */
    public void whenFirstHeard(Runnable action) {
        firstHeard = action;
    }

    /** True from {@code start} to the end of the stream. */
    public boolean isStreaming() {
        return stage == Stage.STREAMING;
    }

    /** Sets the tap and gives it {@code start}: called while {@link Authorizer} decides, before the stream is another loop's. */
    public void setTap(StreamTap given, FromTwilio.Start start) {
        tap = given;
        tap.heard(start.withoutParameters(), atNs);
    }

    /** Sets the call that the stream belongs to from now on. */
    public void join(Listener call) {
        listener = call;
    }

    /** Moves to the loop of its call: called while {@link Authorizer} decides, and from then on used there only. */
    public void moveTo(Timers loop) {
        timers = loop;
        if (watchdog != null) {
            watchdog.stop();
            watchdog = watch(loop);
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

    /** Discards what Twilio has queued. */
    public void clear() {
        send(new ToTwilio.Clear(streamSid));
    }

    /** Closes the stream; Twilio goes on with what follows {@code <Connect>}. The listener gets no more events. */
    public void hangUp(int code, String reason) {
        if (stage != Stage.OVER) {
            become(Stage.OVER);
            tap.over(code, reason, true, timers.nowNs());
        }
        if (connection != null) {
            connection.close(code, reason);
        }
    }

    /** Ends the stream because a callback, not its own socket, reported the end. */
    public void end(End how, String why, long nowNs) {
        end(how, null, why, false, nowNs);
    }

    private void end(End how, @Nullable Integer code, String why, boolean byUs, long nowNs) {
        if (stage == Stage.OVER) {
            return;
        }
        become(Stage.OVER);
        tap.over(code, why, byUs, nowNs);
        if (listener != null) {
            listener.ended(how, why, nowNs);
        }
    }

    @Override
    public void onOpened(Connection opened, long nowNs) {
        connection = opened;
        watchdog = watch(timers);
    }

    @Override
    public void onText(String text, long nowNs) {
        atNs = nowNs;
        if (text.length() > MOST_CHARS) {
            warnOnce("ignored a message of " + text.length() + " characters");
            return;
        }
        try {
            TwilioJson.read(text).deliverTo(reader);
        } catch (TwilioJson.Malformed e) {
            warnOnce("ignored a message that cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void onBinary(byte[] bytes, long nowNs) {
        warnOnce("ignored a binary message, which Twilio never sends");
    }

    @Override
    public void onClosed(CloseCause cause, long nowNs) {
        String why = cause.words("the bridge", "Twilio") + ", and there was no stop";
        if (cause.isOwnLimit()) {
            warnOnce(why);
        }
        boolean limit = cause.isOwnLimit();
        end(limit ? End.LIMIT : End.LOST, cause.code(), why, limit, nowNs);
    }

    @Override
    public void onFailed(int httpStatus, String why, long nowNs) {
        end(End.LOST, why, nowNs);
    }

    private void send(ToTwilio message) {
        if (connection != null && stage == Stage.STREAMING) {
            tap.sent(message, timers.nowNs());
            connection.send(TwilioJson.write(message));
        }
    }

    private Watchdog watch(Timers loop) {
        return new Watchdog(loop, MEDIA_TIMEOUT_NS, this::timeOut, this::stoodStill);
    }

    /** A little is late on every busy machine. */
    private void stoodStill(long ns) {
        if (ns < STANDSTILL_NS) {
            return;
        }
        warnOnce("the bridge stood still for " + ns / 1_000_000 + " ms, which counts against nobody");
        if (listener != null) {
            listener.stoodStill(ns, timers.nowNs());
        }
    }

    private void timeOut() {
        String why = stage == Stage.OPENING ? "no start" : "no media for " + MEDIA_TIMEOUT_NS / 1_000_000 + " ms";
        warnOnce("closed, " + why);
        end(End.LOST, GOING_AWAY, why, true, timers.nowNs());
        hangUp(GOING_AWAY, why);
    }

    private void become(Stage next) {
        stage = next;
        if (next == Stage.OVER && watchdog != null) {
            watchdog.stop();
        }
    }

    private void warnOnce(String what) {
        if (!warned) {
            warned = true;
            LOG.warn(
                    "stream {}: {}",
                    streamSid.isEmpty() ? "without start" : ForeignText.line(streamSid, MOST_SID_CHARS),
                    what);
        }
    }

    /** Passes Twilio's messages to the call; none before {@code start}, and none after the end. */
    private final class Reader implements FromTwilio.Handler {
        @Override
        public void connected(FromTwilio.Connected message) {
            if (stage != Stage.OPENING) {
                warnOnce("ignored connected after start");
            }
        }

        @Override
        public void start(FromTwilio.Start message) {
            if (stage != Stage.OPENING) {
                warnOnce("ignored a second start");
                return;
            }
            streamSid = message.streamSid();
            become(Stage.STREAMING);
            if (!authorizer.authorize(message, TwilioLeg.this)) {
                hangUp(POLICY_VIOLATION, "wrong token");
            }
        }

        @Override
        public void media(FromTwilio.Media message) {
            Listener call = call("media");
            if (call == null) {
                return;
            }
            if (watchdog != null) {
                watchdog.reset(atNs);
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
                warnOnce("ignored " + what + " before start");
            }
            return stage == Stage.STREAMING ? listener : null;
        }
    }
}
