package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.WireSettings.Shape;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the findings on the settings of an agent, before it says a word. Stateless. */
public final class ProfileFindings {
    private static final String XAI = "x.ai";
    private static final String VOICE_LIVE = "/voice-live/";

    private ProfileFindings() {}

    /**
     * What is wrong with the settings of an agent, the worst first; null if nothing is.
     *
     * @param endpoint where the agent is
     */
    public static @Nullable Finding of(AgentService service, URI endpoint, AgentSettings settings) {
        Finding unfit = unfit(endpoint, settings);
        return unfit != null ? unfit : AgentFindings.transcoding(service, settings.audio());
    }

    private static @Nullable Finding unfit(URI endpoint, AgentSettings settings) {
        String host = endpoint.getHost() == null ? "" : endpoint.getHost().toLowerCase(Locale.ROOT);
        Shape shape = settings.wire().shape();
        if ((host.equals(XAI) || host.endsWith("." + XAI)) && shape != Shape.XAI) {
            return AgentCode.PROFILE.found(
                    "The agent's address is xAI's, and its settings have OpenAI's shape: xAI does not look there for turn detection, and"
                            + " may begin without the event that this shape waits for.",
                    "Write shape: xai and one of xAI's voices, such as voice: eve, in the agent's settings.");
        }
        if (endpoint.getPath() != null && endpoint.getPath().contains(VOICE_LIVE) && shape != Shape.VOICE_LIVE) {
            return AgentCode.PROFILE.found(
                    "The agent's address is that of Azure's Voice Live, and its settings have another shape: the service needs a version"
                            + " in its address and a flat session, and stays mute or refuses.",
                    "Write shape: voice-live in the agent's settings, and put the key into the header api-key.");
        }
        return null;
    }
}
