package dev.sidetone.bridge.twilio;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes one message as JSON text, streaming. Used once, by one thread. */
abstract class TwilioWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final StringWriter text = new StringWriter(320);
    private final JsonGenerator json = generator(text);

    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    final void object(Body body) {
        try {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
            json.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    final String text() {
        return text.toString();
    }

    private static JsonGenerator generator(StringWriter target) {
        try {
            return FACTORY.createGenerator(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a server's message. */
    static final class OfServer extends TwilioWriter implements ToTwilio.Handler {
        @Override
        public void media(ToTwilio.Media message) {
            object(json -> {
                json.writeStringField("event", "media");
                json.writeStringField("streamSid", message.streamSid());
                json.writeObjectFieldStart("media");
                json.writeStringField("payload", message.audio().base64());
                json.writeEndObject();
            });
        }

        @Override
        public void mark(ToTwilio.Mark message) {
            object(json -> {
                json.writeStringField("event", "mark");
                json.writeStringField("streamSid", message.streamSid());
                json.writeObjectFieldStart("mark");
                json.writeStringField("name", message.name());
                json.writeEndObject();
            });
        }

        @Override
        public void clear(ToTwilio.Clear message) {
            object(json -> {
                json.writeStringField("event", "clear");
                json.writeStringField("streamSid", message.streamSid());
            });
        }
    }

    /** Writes Twilio's message. */
    static final class OfTwilio extends TwilioWriter implements FromTwilio.Handler {
        @Override
        public void connected(FromTwilio.Connected message) {
            object(json -> {
                json.writeStringField("event", "connected");
                json.writeStringField("protocol", message.protocol());
                json.writeStringField("version", message.version());
            });
        }

        @Override
        public void start(FromTwilio.Start message) {
            object(json -> {
                event(json, "start", message.sequenceNumber());
                json.writeObjectFieldStart("start");
                json.writeStringField("accountSid", message.accountSid());
                json.writeStringField("streamSid", message.streamSid());
                json.writeStringField("callSid", message.callSid());
                json.writeArrayFieldStart("tracks");
                json.writeString("inbound");
                json.writeEndArray();
                json.writeObjectFieldStart("mediaFormat");
                json.writeStringField("encoding", "audio/x-mulaw");
                json.writeNumberField("sampleRate", 8000);
                json.writeNumberField("channels", 1);
                json.writeEndObject();
                json.writeObjectFieldStart("customParameters");
                for (Map.Entry<String, String> parameter : message.parameters().entrySet()) {
                    json.writeStringField(parameter.getKey(), parameter.getValue());
                }
                json.writeEndObject();
                json.writeEndObject();
                json.writeStringField("streamSid", message.streamSid());
            });
        }

        @Override
        public void media(FromTwilio.Media message) {
            object(json -> {
                event(json, "media", message.sequenceNumber());
                json.writeObjectFieldStart("media");
                json.writeStringField("track", "inbound");
                json.writeStringField("chunk", Long.toString(message.chunk()));
                json.writeStringField("timestamp", Long.toString(message.timestampMs()));
                json.writeStringField("payload", message.audio().base64());
                json.writeEndObject();
                json.writeStringField("streamSid", message.streamSid());
            });
        }

        @Override
        public void dtmf(FromTwilio.Dtmf message) {
            object(json -> {
                json.writeStringField("event", "dtmf");
                json.writeStringField("streamSid", message.streamSid());
                json.writeStringField("sequenceNumber", Long.toString(message.sequenceNumber()));
                json.writeObjectFieldStart("dtmf");
                json.writeStringField("track", "inbound_track");
                json.writeStringField("digit", Character.toString(message.digit()));
                json.writeEndObject();
            });
        }

        @Override
        public void mark(FromTwilio.Mark message) {
            object(json -> {
                event(json, "mark", message.sequenceNumber());
                json.writeStringField("streamSid", message.streamSid());
                json.writeObjectFieldStart("mark");
                json.writeStringField("name", message.name());
                json.writeEndObject();
            });
        }

        @Override
        public void stop(FromTwilio.Stop message) {
            object(json -> {
                event(json, "stop", message.sequenceNumber());
                json.writeStringField("streamSid", message.streamSid());
                json.writeObjectFieldStart("stop");
                json.writeStringField("accountSid", message.accountSid());
                json.writeStringField("callSid", message.callSid());
                json.writeEndObject();
            });
        }

        private static void event(JsonGenerator json, String event, long sequenceNumber) throws IOException {
            json.writeStringField("event", event);
            json.writeStringField("sequenceNumber", Long.toString(sequenceNumber));
        }
    }
}
