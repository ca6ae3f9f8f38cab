package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.audio.AudioFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent's settings, named alike for every vendor. Immutable, for any thread.
 *
 * @param model the vendor's model name; for Omni the stored agent, empty for none
 * @param voice the vendor's voice name, case-sensitive
 * @param instructions the agent's role and rules
 * @param greeting what it says first, or null to let the caller speak first
 * @param turnDetection how it finds the end of a turn
 * @param audio the formats on its wire
 * @param tools what it may ask for
 * @param unreachable the end of a call for which there is no agent
 * @param headers further headers of the handshake, for compatible servers; secrets, never printed
 * @param wire the settings that not every wire has
 */
public record AgentSettings(
        String model,
        String voice,
        String instructions,
        @Nullable String greeting,
        TurnDetection turnDetection,
        AgentAudio audio,
        List<AgentTool> tools,
        Unreachable unreachable,
        Map<String, String> headers,
        WireSettings wire) {

    /**
     * The detection of the end of the caller's turn, where the wire has settings for it.
     *
     * @param type the vendor's word, as in {@code server_vad}
     * @param threshold how sure it must be that there is speech, 0 to 1
     * @param silenceMs how long the caller must be silent for the turn to be over
     */
    public record TurnDetection(String type, double threshold, int silenceMs) {}

    /** The end of a call without an agent. */
    public enum Unreachable {
        APOLOGY,
        TRANSFER,
        HANG_UP
    }

    private static final String INSTRUCTIONS =
            "You are a friendly agent on the phone. Keep replies under two sentences.";
    private static final String GREETING = "Hello, how can I help?";

    public AgentSettings {
        tools = List.copyOf(tools);
        headers = Map.copyOf(headers);
    }

    /** Mu-law, server-side turn detection, no tools. */
    public AgentSettings(String model, String voice, String instructions, @Nullable String greeting, int silenceMs) {
        this(
                model,
                voice,
                instructions,
                greeting,
                new TurnDetection("server_vad", 0.5, silenceMs),
                AgentAudio.both(AudioFormat.MULAW),
                List.of(),
                Unreachable.APOLOGY,
                Map.of(),
                WireSettings.USUAL);
    }

    /** The settings that services start from: mu-law, a friendly agent that greets, half a second of silence ends a turn. */
    public static AgentSettings usual(String model, String voice) {
        return new AgentSettings(model, voice, INSTRUCTIONS, GREETING, 500);
    }

    /** The same with another format on the wire. */
    public AgentSettings withAudio(AgentAudio format) {
        return new AgentSettings(
                model, voice, instructions, greeting, turnDetection, format, tools, unreachable, headers, wire);
    }

    /** The same with other tools. */
    public AgentSettings withTools(List<AgentTool> others) {
        return new AgentSettings(
                model, voice, instructions, greeting, turnDetection, audio, others, unreachable, headers, wire);
    }

    /** The same for a call without an agent. */
    public AgentSettings withUnreachable(Unreachable what) {
        return new AgentSettings(
                model, voice, instructions, greeting, turnDetection, audio, tools, what, headers, wire);
    }

    /** The same with other settings of its wire. */
    public AgentSettings withWire(WireSettings others) {
        return new AgentSettings(
                model, voice, instructions, greeting, turnDetection, audio, tools, unreachable, headers, others);
    }

    /** The same with another model that writes down the caller's words. */
    public AgentSettings withTranscription(String other) {
        return withWire(wire.withTranscription(other));
    }

    /** The same with another model. */
    public AgentSettings withModel(String other) {
        return new AgentSettings(
                other, voice, instructions, greeting, turnDetection, audio, tools, unreachable, headers, wire);
    }

    /** The same for a session that goes on with a call: no greeting, and either the session to take up or, in the instructions, what was said. */
    public AgentSettings continuing(Continuation call) {
        String handle = call.handle();
        return handle == null ? continuing(call.soFar()) : resuming(handle);
    }

    private AgentSettings resuming(String handle) {
        return new AgentSettings(
                model,
                voice,
                instructions,
                null,
                turnDetection,
                audio,
                tools,
                unreachable,
                headers,
                wire.resuming(handle));
    }

    private AgentSettings continuing(List<String> soFar) {
        String extended = instructions + "\n\nYou are in the middle of a call: go on with it, and do not greet again. "
                + "What was said last:\n" + String.join("\n", soFar);
        return new AgentSettings(model, voice, extended, null, turnDetection, audio, tools, unreachable, headers, wire);
    }

    /** The caller's silence that ends a turn. */
    public int silenceMs() {
        return turnDetection.silenceMs();
    }

    @Override
    public String toString() {
        return "AgentSettings[" + model + " " + voice + " " + audio + "]";
    }
}
