package dev.sidetone.simulator.line.fault;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something that goes wrong on the line because it was dialled, one record a kind. Immutable. */
public sealed interface LineFault {
    /** As it is dialled, without a time: {@code stall=2s}. */
    String text();

    /** How long it lasts once it has begun: null for as long as the call, zero for a moment. */
    default @Nullable Duration length() {
        return null;
    }

    /** Changes how the caller sounds to the server. */
    sealed interface OfSound extends LineFault {}

    /** Changes when the stream's messages reach the server, and whether. */
    sealed interface OfStream extends LineFault {}

    /** Happens to requests between Twilio and the server. */
    sealed interface OfServer extends LineFault {
        @Override
        default Duration length() {
            return Duration.ZERO;
        }
    }

    /** Every frame comes up to {@code most} late, in order. */
    record Jitter(Duration most) implements OfStream {
        @Override
        public String text() {
            return "jitter=" + FaultText.time(most);
        }
    }

    /** Frames are held and come together, once every {@code every}. */
    record Burst(Duration every) implements OfStream {
        @Override
        public String text() {
            return "burst=" + FaultText.time(every);
        }
    }

    /** Nothing comes for {@code length}; then all of it at once. */
    record Stall(Duration length) implements OfStream {
        @Override
        public String text() {
            return "stall=" + FaultText.time(length);
        }
    }

    /** The caller's media is missing for {@code length}: no frames, not silent ones. */
    record Gap(Duration length) implements OfStream {
        @Override
        public String text() {
            return "gap=" + FaultText.time(length);
        }
    }

    /** The stream's connection is lost: no {@code stop}, no closing handshake. */
    record Drop() implements OfStream {
        @Override
        public String text() {
            return "drop";
        }

        @Override
        public Duration length() {
            return Duration.ZERO;
        }
    }

    /** The caller is not heard: silent frames, for {@code length} or to the end of the call. */
    record Mute(@Nullable Duration length) implements OfSound {
        @Override
        public String text() {
            return length == null ? "mute" : "mute=" + FaultText.time(length);
        }
    }

    /** The agent's voice leaks into the caller's microphone, at {@code db} of what the caller hears. */
    record Echo(double db) implements OfSound {
        @Override
        public String text() {
            return "echo=" + FaultText.level(db);
        }
    }

    /** Noise behind the caller, {@code db} below a voice of usual loudness. */
    record Noise(double db) implements OfSound {
        @Override
        public String text() {
            return "noise=" + FaultText.level(db);
        }
    }

    /** The caller sounds as through an old telephone: 300 to 3400 Hz. */
    record Band() implements OfSound {
        @Override
        public String text() {
            return "band";
        }
    }

    /** A request to the server's webhook is made twice, with one idempotency token. */
    record WebhookTwice() implements OfServer {
        @Override
        public String text() {
            return "webhook-twice";
        }
    }

    /** A request to the webhook takes {@code length} longer to get there. */
    record WebhookSlow(Duration length) implements OfServer {
        @Override
        public String text() {
            return "webhook-slow=" + FaultText.time(length);
        }
    }

    /** A request to the webhook does not get there: no connection comes about, which Twilio tries once more. */
    record WebhookLost() implements OfServer {
        @Override
        public String text() {
            return "webhook-lost";
        }
    }

    /** The REST API answers 500. */
    record Rest500() implements OfServer {
        @Override
        public String text() {
            return "rest-500";
        }
    }

    /** The REST API finds the call not in progress yet. */
    record RestRace() implements OfServer {
        @Override
        public String text() {
            return "rest-race";
        }
    }

    /** The word that it is dialled by. */
    default String name() {
        String text = text();
        int value = text.indexOf('=');
        return (value < 0 ? text : text.substring(0, value)).toLowerCase(Locale.ROOT);
    }
}
