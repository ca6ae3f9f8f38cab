package dev.sidetone.simulator.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A ConversationRelay server in manual time: its TwiML, and a script of what it answers to what. */
final class RelayServer {
    static final String URL = "ws://localhost:8080/relay?tenant=7";
    /** What the voice takes for each letter. */
    static final int MS_PER_LETTER = 50;

    private static final ObjectMapper JSON = new ObjectMapper();

    final TestServer server = new TestServer();
    final ManualLine line = new ManualLine().serving(server);

    RelayServer() {
        line.words = text -> CompletableFuture.completedFuture(new byte[text.length() * MS_PER_LETTER * 8]);
        server.twiml("/done", "<Response><Hangup/></Response>");
    }

    /** Its TwiML has these attributes and children. */
    static RelayServer with(String attributes, String children) {
        RelayServer made = new RelayServer();
        made.server.twiml(
                "/voice",
                "<Response><Connect action='/done'><ConversationRelay url='" + URL + "' " + attributes + ">" + children
                        + "</ConversationRelay></Connect></Response>");
        return made;
    }

    static RelayServer with(String attributes) {
        return with(attributes, "");
    }

    /** Sends {@code answers} when a message with {@code part} comes. */
    RelayServer on(String part, String... answers) {
        server.onText((there, text) -> {
            if (text.contains(part)) {
                List.of(answers).forEach(there::say);
            }
        });
        return this;
    }

    RelayServer call(Caller caller, Duration time) {
        line.call(caller, time);
        return this;
    }

    RelayServer call(CallPlan plan, Caller caller, Duration time) {
        line.call(plan, caller, time);
        return this;
    }

    static CallPlan plan() {
        return CallPlan.to(ManualLine.VOICE).seeded(7);
    }

    /** A text message. */
    static String text(String token, boolean last) {
        return "{\"type\":\"text\",\"token\":\"" + token + "\",\"last\":" + last + "}";
    }

    static String text(String token, boolean last, String more) {
        return "{\"type\":\"text\",\"token\":\"" + token + "\",\"last\":" + last + "," + more + "}";
    }

    /** What Twilio sent, in short: such as {@code prompt Hello. last} and {@code info agentSpeaking on}. */
    List<String> heard() throws JsonProcessingException {
        List<String> heard = new ArrayList<>();
        for (String text : server.texts) {
            JsonNode message = JSON.readTree(text);
            String type = message.get("type").asText();
            heard.add(
                    switch (type) {
                        case "prompt" ->
                            "prompt " + message.get("voicePrompt").asText()
                                    + (message.get("last").asBoolean() ? " last" : "");
                        case "dtmf" -> "dtmf " + message.get("digit").asText();
                        case "interrupt" ->
                            "interrupt "
                                    + message.get("utteranceUntilInterrupt").asText() + " "
                                    + message.get("durationUntilInterruptMs").asLong();
                        case "info" ->
                            "info " + message.get("name").asText() + " "
                                    + message.get("value").asText();
                        default -> type;
                    });
        }
        return heard;
    }

    List<String> findings() {
        return line.facts.of(Fact.Found.class).stream()
                .map(found -> found.code() + " " + found.severity().word())
                .toList();
    }

    /** The form fields of the request to the action. */
    String action() {
        return server.requests.get(server.requests.size() - 1).body();
    }

    /** A caller who says {@code words} in as many ms from {@code atMs} of the call on. */
    static TickingCaller says(TickingCaller caller, int atMs, String words, int lengthMs) {
        int first = atMs / LineFrame.MS;
        return caller.at(first, phone -> {
                    phone.says(words, lengthMs * 8);
                    phone.speechStarts(0);
                })
                .at(first + lengthMs / LineFrame.MS - 1, phone -> phone.speechEnds(LineFrame.BYTES));
    }
}
