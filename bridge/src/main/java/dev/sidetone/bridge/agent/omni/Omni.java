package dev.sidetone.bridge.agent.omni;

import dev.sidetone.bridge.agent.AgentAudio;
import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.audio.AudioFormat;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** PyAI's speech agents. Stateless. */
public final class Omni {
    /** The variable that holds the key. */
    static final String KEY = "PYAI_API_KEY";

    /** PyAI Omni in both of its framings: the one that is spoken shows on the wire. The agent's rate is as the service reports it. */
    public static final AgentService SERVICE = new AgentService(
            "omni",
            "Omni",
            new AgentService.Access(KEY, "PYAI_AGENT", URI.create("wss://api.pyai.com/v1/omni")),
            List.of(
                    AgentAudio.both(AudioFormat.pcm16(8_000)),
                    AgentAudio.both(AudioFormat.pcm16(16_000)),
                    AgentAudio.both(AudioFormat.pcm16(24_000))),
            Set.of(),
            AgentSettings.usual("", "stock_ava_en_us").withAudio(AgentAudio.both(AudioFormat.pcm16(8_000))),
            LocalDate.of(2026, 6, 26),
            OmniDialect::new);

    private Omni() {}
}
