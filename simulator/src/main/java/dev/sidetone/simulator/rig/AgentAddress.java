package dev.sidetone.simulator.rig;

import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.settings.InvalidSettingsException;
import dev.sidetone.bridge.settings.YamlNode;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.line.net.Loopback;
import dev.sidetone.simulator.line.net.UrlProblem;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Finds the address of a real agent: as typed, as its settings file says, or the vendor's own. Stateless. */
final class AgentAddress {
    private AgentAddress() {}

    /**
     * The address to connect to.
     *
     * @param url as it was typed, or null
     * @param urlInFile as {@code file} says it, or null
     */
    static URI of(AgentService service, @Nullable String url, @Nullable String urlInFile, @Nullable YamlNode file)
            throws WrongSetting, InvalidSettingsException {
        if (url != null) {
            return checked("--agent-url", url);
        }
        if (urlInFile != null && file != null) {
            try {
                return checked("url:", urlInFile);
            } catch (WrongSetting e) {
                throw file.entries().getOrDefault("url", file).wrong(String.valueOf(e.getMessage()));
            }
        }
        URI own = service.access().endpoint();
        if (own == null) {
            throw new WrongSetting(
                    "--agent " + service.name() + " needs an address: --agent-url, or url: in its settings");
        }
        return own;
    }

    private static URI checked(String where, String url) throws WrongSetting {
        try {
            URI endpoint = new URI(url);
            boolean plainHere = "ws".equals(endpoint.getScheme()) && Loopback.is(endpoint);
            if (endpoint.getRawQuery() != null
                    || endpoint.getRawFragment() != null
                    || endpoint.getRawUserInfo() != null) {
                throw new WrongSetting(where + " must be origin and path only: the dialect adds its query, and the"
                        + " key comes from the environment or .env");
            }
            if (endpoint.getHost() != null && ("wss".equals(endpoint.getScheme()) || plainHere)) {
                return endpoint;
            }
        } catch (URISyntaxException e) {
            throw new WrongSetting(where + " " + url + " is no URL: " + UrlProblem.words(url), e);
        }
        throw new WrongSetting(where + " " + url + " must start with wss:// (ws:// to this machine only)");
    }
}
