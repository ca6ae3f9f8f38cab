package dev.sidetone.bridge.agent.assemblyai;

import dev.sidetone.bridge.agent.AgentAudio;
import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.OptionalSetting;
import dev.sidetone.bridge.audio.AudioFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** AssemblyAI's speech agents. Stateless. */
public final class AssemblyAi {
    /** The variable that holds the key. */
    static final String KEY = "ASSEMBLYAI_API_KEY";

    /** The Voice Agent API. */
    public static final AgentService VOICE_AGENT = new AgentService(
            "assemblyai",
            "AssemblyAI",
            AgentService.Access.withKey(KEY, "wss://agents.assemblyai.com/v1/ws"),
            List.of(AgentAudio.both(AudioFormat.MULAW), AgentAudio.both(AudioFormat.pcm16(24_000))),
            Set.of(OptionalSetting.BARGE_IN, OptionalSetting.TOOL_RESULTS),
            AgentSettings.usual("", "jane"),
            LocalDate.of(2026, 9, 24),
            AssemblyAiDialect::new);

    private AssemblyAi() {}
}
