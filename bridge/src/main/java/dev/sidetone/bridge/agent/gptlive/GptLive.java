package dev.sidetone.bridge.agent.gptlive;

import dev.sidetone.bridge.agent.AgentAudio;
import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.OptionalSetting;
import dev.sidetone.bridge.agent.WireSettings;
import dev.sidetone.bridge.audio.AudioFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** OpenAI's GPT-Live: one model that listens and speaks at the same time. Stateless. */
public final class GptLive {
    /** The variable that holds the key. */
    static final String KEY = "OPENAI_API_KEY";

    /** The text model that works with the tools: the voice has none. The one of OpenAI's guide to delegation. */
    static final String TOOL_MODEL = "gpt-5.6-luna";

    /** Its WebSocket. */
    public static final AgentService SERVICE = new AgentService(
            "gpt-live",
            "OpenAI GPT-Live",
            AgentService.Access.withKey(KEY, "wss://api.openai.com/v1/live/sessions"),
            List.of(
                    AgentAudio.both(AudioFormat.MULAW),
                    AgentAudio.both(AudioFormat.pcm16(24_000)),
                    AgentAudio.both(AudioFormat.pcm16(16_000))),
            Set.of(OptionalSetting.TOOL_MODEL),
            AgentSettings.usual("gpt-live-1", "marin").withWire(WireSettings.USUAL.withToolModel(TOOL_MODEL)),
            LocalDate.of(2026, 11, 20),
            GptLiveDialect::new);

    private GptLive() {}
}
