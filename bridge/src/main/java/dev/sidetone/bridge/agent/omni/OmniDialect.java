package dev.sidetone.bridge.agent.omni;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.agent.AgentDialect;
import dev.sidetone.bridge.agent.AgentError;
import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentFailures;
import dev.sidetone.bridge.agent.AgentPort;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.AgentTool;
import dev.sidetone.bridge.agent.Handshake;
import dev.sidetone.bridge.agent.SessionName;
import dev.sidetone.bridge.agent.ToolResult;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.json.JsonText;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * PyAI Omni: PCM16 in binary messages, companded here, and the key as a sub-protocol. Of its two framings the one in use is recognised
 * by the first message. In the tagged one the agent is ready when it has taken the configuration, or half a second later; in the plain
 * one at its first word. It says {@code flush} when it is spoken over, and wants no word back. Source: PyAI's Omni guide and protocol
 * page.
 */
public final class OmniDialect implements AgentDialect {
    /** The time within which the configuration must be answered. */
    static final long PATIENCE_NS = 500_000_000L;

    /** The words that show a limit in a close reason; no document fixes them. */
    private static final Pattern LIMIT = Pattern.compile("(?i)limit|expire|max|duration|too.long");

    private static final int BAD_KEY = 4401;
    private static final int NO_SCOPE = 4403;
    private static final int TOO_MANY = 4429;

    private final URI endpoint;
    private final String key;
    private final AgentSettings settings;
    private final AgentFailures failures;
    private final OmniFraming framing = new OmniFraming();
    private final OmniSound sound;
    private boolean ready;
    private SessionName session = SessionName.NONE;

    /**
     * @param endpoint origin and path, as in {@code wss://api.pyai.com/v1/omni}
     * @param settings its model names a stored agent, or is empty
     */
    public OmniDialect(URI endpoint, String key, AgentSettings settings) {
        this.endpoint = endpoint;
        this.key = key;
        this.settings = settings;
        this.failures = new AgentFailures(endpoint.getAuthority(), Omni.KEY);
        this.sound = new OmniSound(settings.audio().up().rateHz());
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public CompletableFuture<Handshake> handshake() {
        String agent = settings.model().isEmpty()
                ? ""
                : "agent_id=" + URLEncoder.encode(settings.model(), StandardCharsets.UTF_8) + "&";
        URI url = URI.create(endpoint + "?" + agent + "format=pcm16&rate="
                + settings.audio().up().rateHz());
        return Handshake.known(url, Map.of("Sec-WebSocket-Protocol", "pyai.v1, pyai-key." + key));
    }

    @Override
    public int mostHeldFrames() {
        return 0;
    }

    @Override
    public long longestNs() {
        return settings.wire().longestNs(0);
    }

    /** A stored agent that is not configured takes no further instructions. */
    @Override
    public boolean isRenewable() {
        return isConfigured();
    }

    @Override
    public SessionName session() {
        return session;
    }

    @Override
    public void opened(AgentPort port, long atNs) {
        // The server speaks first, and shows its framing by that.
    }

    @Override
    public void read(String text, AgentPort port, long atNs) {
        take(framing.read(text), port, atNs);
    }

    @Override
    public void read(byte[] binary, AgentPort port, long atNs) {
        take(framing.read(binary), port, atNs);
    }

    private void take(OmniFraming.Received received, AgentPort port, long atNs) {
        if (received instanceof OmniFraming.Received.Audio audio) {
            becomeReady(port, atNs);
            sound.play(audio.pcm(), port, atNs);
        } else if (received instanceof OmniFraming.Received.Words words) {
            port.report(new AgentEvent.Said(atNs, AgentEvent.Speaker.CALLER, words.text()));
        } else if (received instanceof OmniFraming.Received.Control control) {
            control(control.json(), port, atNs);
        } else {
            port.warn("the agent sent something that is neither audio nor JSON");
        }
    }

    private void control(JsonNode message, AgentPort port, long atNs) {
        switch (JsonText.of(message.path("event"), JsonText.of(message.path("type")))) {
            case "hello" -> hello(message, port, atNs);
            case "configured", "config_ack" -> becomeReady(port, atNs);
            case "turn" -> {
                if (!JsonText.of(message.path("role"), "assistant").equals("user")) {
                    sound.turn();
                }
            }
            case "flush", "barge_in", "assistant_interrupted" -> sound.interrupted(port, atNs);
            case "transcript" -> transcript(message, port, atNs);
            case "tool_call" -> toolCall(message, port, atNs);
            case "transfer_to_human" -> order(AgentTool.TRANSFER, "destination", message, "to", port, atNs);
            case "send_dtmf" -> order(AgentTool.SEND_DTMF, "digits", message, "digit", port, atNs);
            case "session_ending", "session_end" -> ending(message, port, atNs);
            case "end_call" -> port.report(AgentEvent.ToolCalled.order(atNs, AgentTool.END_CALL, "{}"));
            case "error", "warning", "" -> trouble(message, port, atNs);
            default -> {}
        }
    }

    /** The service ends the session as the agent wishes, unless it says that it must. */
    private void ending(JsonNode message, AgentPort port, long atNs) {
        String why = JsonText.of(message.path("reason"), JsonText.of(message.path("code")));
        if (LIMIT.matcher(why).find()) {
            port.report(new AgentEvent.Failed(atNs, failures.tooLong()));
        } else {
            port.report(new AgentEvent.Leaving(atNs, "the agent ended the call"));
        }
    }

    private void hello(JsonNode hello, AgentPort port, long atNs) {
        session = new SessionName(JsonText.of(hello.path("call_id")), "");
        sound.outputRate(hello.path("audio_out"), framing.isTagged());
        configure(port);
        if (!framing.isTagged()) {
            becomeReady(port, atNs);
        } else {
            port.timers()
                    .after(PATIENCE_NS, () -> becomeReady(port, port.timers().nowNs()));
        }
    }

    /** In the plain framing a stored agent brings its own. */
    private void configure(AgentPort port) {
        if (isConfigured()) {
            framing.send(OmniMessages.configure(settings), port);
        }
    }

    private boolean isConfigured() {
        return framing.isTagged() || settings.model().isEmpty();
    }

    private void becomeReady(AgentPort port, long atNs) {
        if (!ready && !framing.isUnknown()) {
            ready = true;
            port.report(new AgentEvent.Ready(atNs));
        }
    }

    @Override
    public void hear(MulawChunk audio, AgentPort port) {
        framing.sendAudio(sound.toWire(audio), port);
    }

    @Override
    public void press(char digit, AgentPort port) {
        framing.send(OmniMessages.pressed(digit), port);
    }

    @Override
    public void interrupt(String answerId, long heardMs, AgentPort port) {
        // The wire has no word for it.
    }

    @Override
    public void giveResult(ToolResult result, AgentPort port) {
        framing.send(OmniMessages.toolResult(result), port);
    }

    @Override
    public void leave(AgentPort port) {
        if (framing.isTagged()) {
            framing.send(OmniMessages.leave(), port);
        }
    }

    @Override
    public AgentFailure failure(int httpStatus, int closeCode, String reason) {
        return switch (closeCode) {
            case BAD_KEY -> failures.badKey();
            case NO_SCOPE ->
                new AgentFailure(
                        AgentFailure.Cause.AUTH,
                        "the key is good, but not for agents",
                        "give PYAI_API_KEY the scope omni:session");
            case TOO_MANY -> failures.busy("4429");
            default -> failures.of(httpStatus, closeCode, reason);
        };
    }

    private static void transcript(JsonNode message, AgentPort port, long atNs) {
        boolean last = message.path("final").asBoolean()
                || message.path("is_final").asBoolean()
                || JsonText.of(message.path("kind")).equals("final");
        String role = JsonText.of(message.path("role"), JsonText.of(message.path("speaker")));
        if (last) {
            AgentEvent.Speaker speaker =
                    role.equals("assistant") ? AgentEvent.Speaker.AGENT : AgentEvent.Speaker.CALLER;
            port.report(new AgentEvent.Said(atNs, speaker, JsonText.of(message.path("text"))));
        }
    }

    private static void toolCall(JsonNode message, AgentPort port, long atNs) {
        JsonNode arguments = message.path("arguments");
        port.report(new AgentEvent.ToolCalled(
                atNs,
                JsonText.of(message.path("call_id")),
                JsonText.of(message.path("name"), JsonText.of(message.path("tool"))),
                arguments.isTextual() ? arguments.textValue() : arguments.isObject() ? arguments.toString() : "{}"));
    }

    /** An order that the wire has a word of its own for, with the one argument that it may bring under either name. */
    private static void order(
            String tool, String argument, JsonNode message, String otherName, AgentPort port, long atNs) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        String value = JsonText.of(message.path(argument), JsonText.of(message.path(otherName)));
        if (!value.isEmpty()) {
            arguments.put(argument, value);
        }
        port.report(AgentEvent.ToolCalled.order(atNs, tool, arguments.toString()));
    }

    private void trouble(JsonNode message, AgentPort port, long atNs) {
        AgentError error = AgentError.of(message.path("error"), message);
        port.warn("the agent reports " + error.line());
        String code = error.code().isEmpty() ? "error" : error.code();
        port.report(new AgentEvent.Complained(atNs, code, error.words()));
        if (error.words().equals("voice_not_found") || code.equals("voice_not_found")) {
            port.report(new AgentEvent.Failed(atNs, failures.settings("there is no voice " + settings.voice())));
        }
    }
}
