package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.audio.AudioFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an agent is to behave, in words that fit every vendor. Immutable, for any thread.
 *
 * @param model the vendor's model name; for Omni the stored agent, empty for none
 * @param voice the vendor's voice name, case-sensitive
 * @param instructions what the agent is told to be
 * @param greeting what it says first, or null to let the caller speak first
 * @param turnDetection how it finds the end of a turn
 * @param audio what goes over its wire
 * @param tools what it may ask for
 * @param unreachable what the caller gets when there is no agent
 * @param headers further headers of the handshake, for compatible servers; secrets, never printed
 * @param choices what can be chosen about its wire
 */
public record AgentSettings(
        String model,
        String voice,
        String instructions,
        @Nullable String greeting,
        TurnDetection turnDetection,
        AudioFormat audio,
        List<AgentTool> tools,
        Unreachable unreachable,
        Map<String, String> headers,
        WireChoices choices) {

    /**
     * How the end of the caller's turn is found, where the wire has settings for it.
     *
     * @param type the vendor's word, as in {@code server_vad}
     * @param threshold how sure it must be that there is speech, 0 to 1
     * @param silenceMs how long the caller must be silent for the turn to be over
     */
    public record TurnDetection(String type, double threshold, int silenceMs) {}

    /** What becomes of a call without an agent. */
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
                AudioFormat.MULAW,
                List.of(),
                Unreachable.APOLOGY,
                Map.of(),
                WireChoices.of(AgentWire.OPENAI));
    }

    /** The defaults for OpenAI Realtime. */
    public static AgentSettings openAi() {
        return of(AgentWire.OPENAI);
    }

    /** The defaults on each wire. */
    public static AgentSettings of(AgentWire wire) {
        AgentSettings usual =
                switch (wire) {
                    case OPENAI -> plain("gpt-realtime", "marin");
                    case OPENAI_BETA -> plain("gpt-4o-realtime-preview", "alloy");
                    case COMPATIBLE -> plain("", "alloy");
                    case ASSEMBLYAI -> plain("", "jane");
                    case INWORLD -> plain("openai/gpt-4.1-mini", "Sarah");
                    case OMNI -> plain("", "stock_ava_en_us").withAudio(AudioFormat.pcm16(8_000));
                };
        return usual.withChoices(WireChoices.of(wire));
    }

    /** The same with another format on the wire. */
    public AgentSettings withAudio(AudioFormat format) {
        return new AgentSettings(
                model, voice, instructions, greeting, turnDetection, format, tools, unreachable, headers, choices);
    }

    /** The same with other tools. */
    public AgentSettings withTools(List<AgentTool> others) {
        return new AgentSettings(
                model, voice, instructions, greeting, turnDetection, audio, others, unreachable, headers, choices);
    }

    /** The same for a call without an agent. */
    public AgentSettings withUnreachable(Unreachable what) {
        return new AgentSettings(
                model, voice, instructions, greeting, turnDetection, audio, tools, what, headers, choices);
    }

    /** The same with other choices about its wire. */
    public AgentSettings withChoices(WireChoices others) {
        return new AgentSettings(
                model, voice, instructions, greeting, turnDetection, audio, tools, unreachable, headers, others);
    }

    /** The same with another model. */
    public AgentSettings withModel(String other) {
        return new AgentSettings(
                other, voice, instructions, greeting, turnDetection, audio, tools, unreachable, headers, choices);
    }

    /** The same for a session that goes on with a call: no greeting, and {@code soFar}, a line each, told. */
    public AgentSettings continuing(List<String> soFar) {
        String told = instructions + "\n\nYou are in the middle of a call: go on with it, and do not greet again. "
                + "What was said last:\n" + String.join("\n", soFar);
        return new AgentSettings(model, voice, told, null, turnDetection, audio, tools, unreachable, headers, choices);
    }

    /** How long the caller must be silent for the turn to be over. */
    public int silenceMs() {
        return turnDetection.silenceMs();
    }

    private static AgentSettings plain(String model, String voice) {
        return new AgentSettings(model, voice, INSTRUCTIONS, GREETING, 500);
    }

    @Override
    public String toString() {
        return "AgentSettings[" + model + " " + voice + " " + audio + "]";
    }
}
