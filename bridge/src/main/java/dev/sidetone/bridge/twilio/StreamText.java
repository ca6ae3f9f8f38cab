package dev.sidetone.bridge.twilio;

import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.json.PlainJson;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the messages that a stream has every 20 ms, media and marks, without a tree. What it does not take is for
 * {@link TwilioJson}'s parser and writer, which give the same. Stateless, for any thread.
 */
final class StreamText {
    private StreamText() {}

    /** Reads media or a mark; null for any other message, and for one of another shape, whatever is wrong with it. */
    static @Nullable FromTwilio read(String text) {
        Fields fields = new Fields();
        fields.read(new PlainJson(text));
        return fields.message();
    }

    /** Writes media; null when a text in it has to be escaped. */
    static @Nullable String write(ToTwilio.Media message) {
        String base64 = message.audio().base64();
        if (!PlainJson.isPlain(message.streamSid()) || !PlainJson.isPlain(base64)) {
            return null;
        }
        return "{\"event\":\"media\",\"streamSid\":\"" + message.streamSid() + "\",\"media\":{\"payload\":\"" + base64
                + "\"}}";
    }

    /** Writes a mark; null when a text in it has to be escaped. */
    static @Nullable String write(ToTwilio.Mark message) {
        if (!PlainJson.isPlain(message.streamSid()) || !PlainJson.isPlain(message.name())) {
            return null;
        }
        return "{\"event\":\"mark\",\"streamSid\":\"" + message.streamSid() + "\",\"mark\":{\"name\":\""
                + message.name() + "\"}}";
    }

    /** The fields of one message. */
    private static final class Fields {
        private @Nullable PlainJson json;
        private @Nullable String event;
        private @Nullable String streamSid;
        private @Nullable String payload;
        private @Nullable String name;
        private long sequence = -1;
        private long chunk = -1;
        private long timestamp = -1;

        void read(PlainJson from) {
            json = from;
            while (from.next()) {
                if (from.keyIs("event")) {
                    event = once(event, from);
                } else if (from.keyIs("streamSid")) {
                    streamSid = once(streamSid, from);
                } else if (from.keyIs("sequenceNumber")) {
                    sequence = once(sequence, from);
                } else if (from.keyIs("media") && payload == null) {
                    readMedia(from);
                } else if (from.keyIs("mark") && name == null) {
                    readMark(from);
                } else {
                    from.giveUp();
                }
            }
        }

        private void readMedia(PlainJson from) {
            from.enter();
            while (from.next()) {
                if (from.keyIs("payload")) {
                    payload = once(payload, from);
                } else if (from.keyIs("chunk")) {
                    chunk = once(chunk, from);
                } else if (from.keyIs("timestamp")) {
                    timestamp = once(timestamp, from);
                } else {
                    from.skip();
                }
            }
        }

        private void readMark(PlainJson from) {
            from.enter();
            while (from.next()) {
                if (from.keyIs("name")) {
                    name = once(name, from);
                } else {
                    from.skip();
                }
            }
        }

        /** The last of two would count, which is not worth knowing here. */
        private static String once(@Nullable String before, PlainJson from) {
            if (before != null) {
                from.giveUp();
            }
            return from.text();
        }

        private static long once(long before, PlainJson from) {
            if (before >= 0) {
                from.giveUp();
            }
            return from.number();
        }

        @Nullable
        FromTwilio message() {
            if (json == null || !json.isWhole() || event == null || streamSid == null) {
                return null;
            }
            if (event.equals("mark") && name != null && payload == null) {
                return new FromTwilio.Mark(Math.max(0, sequence), name, streamSid);
            }
            return event.equals("media") && payload != null && name == null ? media(payload, streamSid) : null;
        }

        private @Nullable FromTwilio media(String base64, String sid) {
            if (!MulawChunk.isForeignBase64(base64)) {
                return null;
            }
            return new FromTwilio.Media(
                    Math.max(0, sequence),
                    Math.max(0, chunk),
                    Math.max(0, timestamp),
                    MulawChunk.ofBase64(base64),
                    sid);
        }
    }
}
