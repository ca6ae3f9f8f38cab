package dev.sidetone.simulator.agent.omni;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.audio.AudioFormat;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.ClientMessage;
import dev.sidetone.simulator.agent.KeypadWords;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.SessionAudio;
import dev.sidetone.simulator.agent.SessionContext;
import dev.sidetone.simulator.agent.TurnController;
import dev.sidetone.simulator.agent.TurnPolicy;
import dev.sidetone.simulator.agent.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One session on Omni's wire, plain or tagged. It says hello; a stored agent greets at once, every other once it was configured. In the
 * tagged framing audio before the configuration is lost, and agent audio is at 24 kHz whatever was asked for. On its loop.
 */
final class OmniSession implements ConnectionListener {
    private static final int TAGGED_RATE_HZ = 24_000;
    private static final int MOST_PERSONA = 32_000;
    private static final int MOST_GREETING = 1_000;
    private static final long SOON_NS = 10_000_000_000L;
    private static final int MOST_CONSENT = 500;
    /** The names of the service's own voices. */
    private static final String VOICES = "stock_";

    private static final List<String> HONORED =
            List.of("persona", "voice_id", "greeting", "consent_line", "kb_endpoint", "kb_token", "tools");
    private static final Set<String> FRAMING = Set.of("type", "event", "event_id");

    private final SessionContext context;
    private final boolean tagged;
    private @Nullable Open open;

    OmniSession(SessionContext context, boolean tagged) {
        this.context = context;
        this.tagged = tagged;
    }

    @Override
    public void onOpened(Connection wire, long atNs) {
        int verdict = OmniEndpoint.verdict(context);
        if (verdict != 0) {
            context.log().note("a wrong key", atNs);
            wire.close(verdict, verdict == 4401 ? "unauthorized" : "missing scope omni:session");
            return;
        }
        if (context.isInjected(AgentFault.BROKEN)) {
            wire.close(1011, "");
            return;
        }
        open = new Open(wire);
        open.greet();
    }

    @Override
    public void onText(String text, long atNs) {
        if (open == null) {
            return;
        }
        if (tagged) {
            open.out.sendError("invalid_frame", "Control is binary behind the tag 0x03; this was text.");
        } else {
            open.control(text, atNs);
        }
    }

    @Override
    public void onBinary(byte[] bytes, long atNs) {
        if (open == null) {
            return;
        }
        if (tagged && bytes.length > 1 && bytes[0] == 3 && bytes[1] == '{') {
            open.control(new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8), atNs);
        } else if (bytes.length % 2 == 0) {
            open.hear(bytes, atNs);
        } else if (tagged && bytes[0] == 1) {
            open.hear(Arrays.copyOfRange(bytes, 1, bytes.length), atNs);
        } else {
            open.out.sendError("invalid_frame", "Half a sample, or a tag that is none.");
        }
    }

    @Override
    public void onClosed(CloseCause cause, long atNs) {
        if (open != null) {
            open.end();
            open = null;
        }
    }

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {
        context.log().note("the socket failed: " + why, atNs);
    }

    /** A session whose key is good. */
    private final class Open {
        private final OmniOutput out;
        private final TurnController turns;
        private final SessionAudio sound;
        private final int inHz = OmniEndpoint.rateHz(context.request());
        private final int outHz = tagged ? TAGGED_RATE_HZ : inHz;
        private Timers.@Nullable Timer expiry;

        Open(Connection wire) {
            sound = new SessionAudio(
                    WireFormat.of(AudioFormat.pcm16(inHz)),
                    WireFormat.of(AudioFormat.pcm16(outHz)),
                    context.isInjected(AgentFault.ODD_BYTES));
            out = new OmniOutput(wire, context, tagged, sound);
            turns = context.turns(out);
        }

        void greet() {
            if (context.isInjected(AgentFault.NEVER_READY)) {
                return;
            }
            if (context.isInjected(AgentFault.EXPIRE)) {
                expiry = context.loop().after(SOON_NS, out::leave);
            }
            ObjectNode hello = out.message("hello");
            if (tagged) {
                hello.put("protocol", 2).put("audio_in", "pcm16@" + inHz).put("audio_out", outHz);
                hello.put("call_id", "c_" + context.number()).put("resume_ttl_ms", 30_000);
            }
            out.send(hello);
            ObjectNode started = out.message("session_started");
            out.send(tagged ? started.put("audio_in", "pcm16").put("audio_out", "pcm16") : started);
            if (!tagged) {
                turns.behave(TurnPolicy.USUAL);
            }
            if (!tagged && !OmniEndpoint.agent(context.request()).isEmpty()) {
                turns.ask();
            }
        }

        void control(String text, long atNs) {
            try {
                take(ClientMessage.parse(text), atNs);
            } catch (ProtocolError rejected) {
                out.sendError(rejected.code(), rejected.message());
            }
        }

        private void take(ClientMessage message, long atNs) throws ProtocolError {
            switch (message.type()) {
                case "configure" -> configure(message);
                case "dtmf" -> press(message, atNs);
                case "tool_result" -> result(message, atNs);
                case "session_ending" -> out.leave();
                default -> throw ProtocolError.invalidValue("type", "Unknown message '" + message.type() + "'.");
            }
        }

        private void configure(ClientMessage message) throws ProtocolError {
            List<String> ignored = ignored(message);
            for (String field : ignored) {
                context.log()
                        .notEmulated(
                                field + ": the service ignores it too",
                                context.loop().nowNs());
            }
            if (message.body().has("consent_line")) {
                context.log()
                        .notEmulated(
                                "consent_line: nothing is recorded",
                                context.loop().nowNs());
            }
            atMost(message, "persona", MOST_PERSONA);
            atMost(message, "greeting", MOST_GREETING);
            atMost(message, "consent_line", MOST_CONSENT);
            for (var tool : message.body().path("tools")) {
                if (!tool.path("name").isTextual()) {
                    throw ProtocolError.missing("tools.name");
                }
            }
            String voice = JsonText.of(message.body().path("voice_id"));
            if (message.body().has("voice_id") && !voice.startsWith(VOICES)) {
                out.sendVoiceError(voice);
                return;
            }
            turns.behave(TurnPolicy.USUAL);
            ObjectNode ack = out.message(tagged ? "config_ack" : "configured").put("voice_id", voice);
            if (tagged) {
                var honored = ack.putArray("honored");
                HONORED.stream().filter(message.body()::has).forEach(honored::add);
                ignored.forEach(ack.putArray("ignored")::add);
            }
            out.send(ack);
            boolean mute = message.body().has("greeting")
                    && JsonText.of(message.body().path("greeting")).isEmpty();
            if (!mute) {
                turns.ask();
            }
        }

        private static List<String> ignored(ClientMessage message) {
            List<String> ignored = new ArrayList<>();
            message.body().fieldNames().forEachRemaining(name -> {
                if (!HONORED.contains(name) && !FRAMING.contains(name)) {
                    ignored.add(name);
                }
            });
            return ignored;
        }

        private static void atMost(ClientMessage message, String field, int chars) throws ProtocolError {
            if (message.body().has(field) && message.string(field).length() > chars) {
                throw ProtocolError.invalidValue(field, "'" + field + "' may have " + chars + " characters.");
            }
        }

        private void press(ClientMessage message, long atNs) throws ProtocolError {
            message.onlyHas("event", "digit", "digits");
            String digit = JsonText.of(
                    message.body().path("digit"), JsonText.of(message.body().path("digits")));
            if (digit.length() != 1 || !KeypadWords.KEYS.contains(digit.charAt(0))) {
                throw ProtocolError.invalidValue("digit", "'" + digit + "' is no key.");
            }
            turns.press(digit, atNs);
            out.send(out.message("dtmf").put("digit", digit));
            turns.ask();
        }

        private void result(ClientMessage message, long atNs) throws ProtocolError {
            message.onlyHas("event", "call_id", "result", "error");
            String callId = message.string("call_id");
            if (!out.hasCalled(callId)) {
                throw ProtocolError.invalidValue("call_id", "There is no tool call '" + callId + "'.");
            }
            boolean failed = message.body().has("error");
            if (!failed && !message.body().has("result")) {
                throw ProtocolError.missing("result");
            }
            String what = message.body().path(failed ? "error" : "result").toString();
            context.log().resulted(callId, what, failed, atNs);
            turns.resulted(failed);
            turns.ask();
        }

        void hear(byte[] pcm, long atNs) {
            out.heard();
            turns.hear(sound.heard(pcm), atNs);
        }

        void end() {
            turns.leave();
            if (expiry != null) {
                expiry.cancel();
            }
        }
    }
}
