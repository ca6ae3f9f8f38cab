package dev.sidetone.bridge.agent.openai;

import static dev.sidetone.bridge.agent.OptionalSetting.HEADERS;
import static dev.sidetone.bridge.agent.OptionalSetting.SHAPE;
import static dev.sidetone.bridge.agent.OptionalSetting.TRANSCRIPTION;

import dev.sidetone.bridge.agent.AgentAudio;
import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.agent.AgentService.Access;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.WireSettings;
import dev.sidetone.bridge.audio.AudioFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** OpenAI Realtime, and other servers that speak its protocol. Stateless. */
public final class OpenAi {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final String KEY = "OPENAI_API_KEY";
    private static final Access ACCESS = Access.withKey(KEY, "wss://api.openai.com/v1/realtime");
    private static final LocalDate CHECKED = LocalDate.of(2026, 11, 6);

    /** The formats of OpenAI's own service. */
    private static final List<AgentAudio> AUDIO =
            List.of(AgentAudio.both(AudioFormat.MULAW), AgentAudio.both(AudioFormat.pcm16(24_000)));

    /** The formats of services that speak its protocol at other rates too. */
    public static final List<AgentAudio> AUDIO_AT_ANY_RATE = List.of(
            AgentAudio.both(AudioFormat.MULAW),
            AgentAudio.both(AudioFormat.pcm16(8_000)),
            AgentAudio.both(AudioFormat.pcm16(16_000)),
            AgentAudio.both(AudioFormat.pcm16(24_000)));

    /** OpenAI Realtime in its GA shape. */
    public static final AgentService REALTIME = new AgentService(
                    "openai",
                    "OpenAI Realtime",
                    ACCESS,
                    AUDIO,
                    Set.of(HEADERS, TRANSCRIPTION),
                    AgentSettings.usual("gpt-realtime-2.1", "marin").withTranscription(OpenAiEnds.TRANSCRIBER),
                    CHECKED,
                    (endpoint, key, settings) -> new OpenAiDialect(
                            new OpenAiProfile(endpoint, key, KEY, settings, WireSettings.Shape.GA, 60 * MINUTE_NS),
                            settings))
            .withEnds(OpenAiEnds.ALL);

    /** OpenAI Realtime in its older shape, which OpenAI has switched off. */
    public static final AgentService BETA = new AgentService(
                    "openai-beta",
                    "OpenAI Realtime beta",
                    ACCESS,
                    AUDIO,
                    Set.of(HEADERS, TRANSCRIPTION),
                    AgentSettings.usual("gpt-4o-realtime-preview", "alloy").withTranscription("whisper-1"),
                    CHECKED,
                    (endpoint, key, settings) -> new OpenAiDialect(
                            new OpenAiProfile(endpoint, key, KEY, settings, WireSettings.Shape.BETA, 30 * MINUTE_NS),
                            settings))
            .withEnds(OpenAiEnds.ALL);

    /** Any server that speaks either shape, at an address of its own, with or without a key. */
    public static final AgentService COMPATIBLE = new AgentService(
            "compatible",
            "OpenAI-compatible",
            Access.given(),
            AUDIO_AT_ANY_RATE,
            Set.of(HEADERS, TRANSCRIPTION, SHAPE),
            AgentSettings.usual("", "alloy"),
            CHECKED,
            (endpoint, key, settings) -> new OpenAiDialect(
                    new OpenAiProfile(
                            endpoint,
                            key,
                            "the agent's key",
                            settings,
                            settings.wire().shape(),
                            0),
                    settings));

    private OpenAi() {}
}
