package dev.sidetone.bridge.agent.gemini;

import dev.sidetone.bridge.agent.AgentAudio;
import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.OptionalSetting;
import dev.sidetone.bridge.audio.AudioFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Google's speech agents. Stateless. */
public final class Gemini {
    /** The variable that holds the key. */
    static final String KEY = "GEMINI_API_KEY";
    /** The rate of the agent's audio, whatever was sent. */
    static final int OUTPUT_HZ = 24_000;

    private static final AgentAudio NATIVE = new AgentAudio(AudioFormat.pcm16(16_000), AudioFormat.pcm16(OUTPUT_HZ));

    /** The Live API for developers. */
    public static final AgentService LIVE = new AgentService(
            "gemini",
            "Gemini Live",
            AgentService.Access.withKey(
                    KEY,
                    "wss://generativelanguage.googleapis.com/ws/"
                            + "google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent"),
            List.of(NATIVE, new AgentAudio(AudioFormat.pcm16(8_000), AudioFormat.pcm16(OUTPUT_HZ))),
            Set.of(OptionalSetting.TOOL_CALLS, OptionalSetting.TOOL_RESULTS),
            AgentSettings.usual("models/gemini-3.8-live", "Kore").withAudio(NATIVE),
            LocalDate.of(2026, 10, 10),
            GeminiDialect::new);

    private Gemini() {}
}
