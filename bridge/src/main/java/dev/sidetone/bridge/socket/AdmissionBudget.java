package dev.sidetone.bridge.socket;

import dev.sidetone.bridge.time.Patience;
import java.util.EnumMap;
import java.util.Map;

/**
 * The budget of a port: how much a stranger, and a peer that was let in, may use of this process. Every server of the process (bridge, fake
 * Twilio's REST API, fake agents) has the same one. Immutable.
 */
public final class AdmissionBudget {
    private static final AdmissionBudget USUAL = new AdmissionBudget(Map.of());

    private final Map<Limit, Integer> changed;

    private AdmissionBudget(Map<Limit, Integer> changed) {
        this.changed = Map.copyOf(changed);
    }

    /** The unit of a limit. */
    public enum Unit {
        CONNECTIONS("connections"),
        BYTES("bytes"),
        MS("ms"),
        PER_SECOND("a second"),
        BYTES_PER_SECOND("bytes a second"),
        PER_MINUTE("a minute");

        /** For people. */
        public final String words;

        Unit(String words) {
            this.words = words;
        }
    }

    /** One limit: its usual value, what is counted, what happens at it, and the reason for the value. */
    public enum Limit {
        CONNECTIONS(
                4_096,
                Unit.CONNECTIONS,
                "open on one port",
                "a stranger makes room, or else the new one is closed",
                "two for each of the 1,000 calls of `--max-calls`, and as many again"),
        CONNECTIONS_PER_ADDRESS(
                1_024,
                Unit.CONNECTIONS,
                "open from one address other than this machine's",
                "the new one is closed",
                "a proxy or one of Twilio's addresses may carry every call; this machine's own tunnel carries everybody"),
        STRANGERS(
                1_024,
                Unit.CONNECTIONS,
                "open and no accepted WebSocket",
                "the oldest of them is closed",
                "a webhook is over within milliseconds; what is oldest waits for nothing good"),
        STRANGERS_PER_ADDRESS(
                128,
                Unit.CONNECTIONS,
                "the same, from one address other than this machine's",
                "that address's oldest is closed",
                "Twilio spreads its webhooks, and has few of them under way"),
        REQUEST_LINE_BYTES(
                4_096, Unit.BYTES, "the first line of a request", "414", "a webhook by GET has its form there"),
        HEADER_BYTES(8_192, Unit.BYTES, "all headers of a request", "431", "Twilio's are below 2 KiB"),
        HEADER_MS(
                10_000,
                Unit.MS,
                "from the connection to the end of its first header",
                "closed",
                "a packet that is lost three times is there after 7 s"),
        KEEP_ALIVE_MS(
                30_000,
                Unit.MS,
                "from an answer to the end of the next header",
                "closed",
                "a call's next webhook comes later and connects anew"),
        BODY_BYTES(
                32 << 10,
                Unit.BYTES,
                "a body, which is read before its signature can be checked",
                "413, and closed",
                "a webhook has a few KiB; a REST request has 4,000 characters of TwiML, encoded"),
        BODY_MS(10_000, Unit.MS, "from the end of the header to the end of the body", "closed", "as for the header"),
        HANDSHAKE_MS(
                10_000,
                Unit.MS,
                "a WebSocket's handshake that this side began",
                "the agent counts as not reached",
                "a peer that accepts and never answers would keep the call waiting"),
        SILENT_SOCKET_MS(
                300_000,
                Unit.MS,
                "a connection on which neither side sends anything",
                "closed",
                "streams carry sound or pings all the time; a call's own limits are shorter"),
        MESSAGES_PER_SECOND(
                1_000,
                Unit.PER_SECOND,
                "messages of a WebSocket, whichever side opened it",
                "not read before the second is over; nothing is lost",
                "a call has 50, and a stall's 20 s at once"),
        BYTES_PER_SECOND(
                4 << 20,
                Unit.BYTES_PER_SECOND,
                "the same, their size",
                "not read before the second is over; nothing is lost",
                "a call has 64 KiB at 24 kHz, and a minute of it at once"),
        MESSAGE_BYTES(
                24 << 20,
                Unit.BYTES,
                "one message of an agent, or of a fake agent's client, in one frame or in many",
                "closed with 1009",
                "OpenAI takes 15 MiB of sound in one event, 20 MiB in base64"),
        STREAM_MESSAGE_BYTES(
                128 << 10,
                Unit.BYTES,
                "one message of Twilio to the bridge",
                "closed with 1009",
                "a document's parameters are all in one message, and a document has 64 KiB"),
        UNREAD_BYTES(
                8 << 20,
                Unit.BYTES,
                "what is held for the peer of a WebSocket that does not read",
                "closed with 1008",
                "an answer of ten minutes that comes at once is 7 MB to Twilio; a caller's minute is 4 MB on the widest wire"),
        HANDSHAKE_BYTES(
                256 << 10,
                Unit.BYTES,
                "the answer to a WebSocket's handshake that this side began",
                "the agent counts as not reached",
                "of a refusal the first thousand characters are shown"),
        DOCUMENTS_PER_CALL(
                30,
                Unit.PER_MINUTE,
                "requests of `/voice` and `/outbound` for one CallSid",
                "429",
                "Twilio asks once, repeats once, and once more after each detour");

        public final int usual;
        public final Unit unit;
        /** What is counted. */
        public final String counted;
        /** What happens at the limit. */
        public final String effect;
        /** The reason for the value. */
        public final String reason;

        Limit(int usual, Unit unit, String counted, String effect, String reason) {
            this.usual = usual;
            this.unit = unit;
            this.counted = counted;
            this.effect = effect;
            this.reason = reason;
        }
    }

    /** Every limit at its usual value. */
    public static AdmissionBudget usual() {
        return USUAL;
    }

    /** The same with another value for one limit. */
    public AdmissionBudget with(Limit limit, int value) {
        Map<Limit, Integer> more = new EnumMap<>(Limit.class);
        more.putAll(changed);
        more.put(limit, value);
        return new AdmissionBudget(more);
    }

    /** The value of a limit, in its unit. */
    public int of(Limit limit) {
        return changed.getOrDefault(limit, limit.usual);
    }

    /** The same budget for a machine that is slower by the process's {@link Patience}. */
    AdmissionBudget patient() {
        AdmissionBudget patient = this;
        for (Limit limit : Limit.values()) {
            if (limit.unit == Unit.MS) {
                patient = patient.with(limit, (int) Patience.of(of(limit)));
            }
        }
        return patient;
    }
}
