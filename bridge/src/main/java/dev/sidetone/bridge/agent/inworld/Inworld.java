package dev.sidetone.bridge.agent.inworld;

import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.OptionalSetting;
import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.bridge.agent.openai.OpenAiDialect;
import java.time.LocalDate;
import java.util.Set;

/** Inworld's speech agents. Stateless. */
public final class Inworld {
    /** The variable that holds the key. */
    static final String KEY = "INWORLD_API_KEY";

    /** Inworld Realtime. */
    public static final AgentService REALTIME = new AgentService(
            "inworld",
            "Inworld",
            AgentService.Access.withKey(KEY, "wss://api.inworld.ai/api/v1/realtime/session"),
            OpenAi.AUDIO_AT_ANY_RATE,
            Set.of(OptionalSetting.TRANSCRIPTION),
            AgentSettings.usual("openai/gpt-4.1-mini", "Sarah")
                    .withTranscription("assemblyai/universal-streaming-multilingual"),
            LocalDate.of(2026, 7, 23),
            (endpoint, key, settings) -> new OpenAiDialect(new InworldProfile(endpoint, key, settings), settings));

    private Inworld() {}
}
