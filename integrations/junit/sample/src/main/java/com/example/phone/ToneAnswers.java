package com.example.phone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.function.Consumer;

/** One call: answers each time that the caller was silent for half a second after speaking, and stops when it is spoken over. */
final class ToneAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FRAME_MS = 20;
    private static final int SILENT_MS = 500;
    private static final int ANSWER_MS = 3_000;
    /** A mu-law code's lower seven bits are the greater, the softer it is. */
    private static final int SOFT = 0x60;

    private final Consumer<String> twilio;
    private String streamSid = "";
    private boolean spoke;
    private boolean playing;
    private int silentMs;
    private int loudMs;

    ToneAnswers(Consumer<String> twilio) {
        this.twilio = twilio;
    }

    void received(String message) {
        try {
            JsonNode read = JSON.readTree(message);
            switch (read.path("event").asText()) {
                case "start" -> streamSid = read.path("streamSid").asText();
                case "media" -> heard(Base64.getDecoder().decode(read.path("media").path("payload").asText()));
                case "mark" -> playing = false;
                default -> {}
            }
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void heard(byte[] mulaw) {
        if (isLoud(mulaw)) {
            silentMs = 0;
            loudMs += FRAME_MS;
            spoke = true;
        } else {
            silentMs += FRAME_MS;
            loudMs = 0;
        }
        if (playing && loudMs >= 3 * FRAME_MS) {
            playing = false;
            send("\"event\":\"clear\"");
        } else if (spoke && silentMs >= SILENT_MS) {
            spoke = false;
            answer();
        }
    }

    private static boolean isLoud(byte[] mulaw) {
        int loud = 0;
        for (byte code : mulaw) {
            loud += (code & 0x7F) < SOFT ? 1 : 0;
        }
        return loud > mulaw.length / 10;
    }

    private void answer() {
        byte[] tone = new byte[ANSWER_MS * 8];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (byte) (i % 20 < 10 ? 0x20 : 0xA0);
        }
        playing = true;
        send("\"event\":\"media\",\"media\":{\"payload\":\"" + Base64.getEncoder().encodeToString(tone) + "\"}");
        send("\"event\":\"mark\",\"mark\":{\"name\":\"answered\"}");
    }

    private void send(String content) {
        twilio.accept("{" + content + ",\"streamSid\":\"" + streamSid + "\"}");
    }
}
