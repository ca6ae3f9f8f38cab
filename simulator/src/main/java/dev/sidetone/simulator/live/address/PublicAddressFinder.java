package dev.sidetone.simulator.live.address;

import dev.sidetone.simulator.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds or opens the public address of a local port: given, an ngrok agent's, cloudflared's, or a tunnel of our own. Blocks. */
public final class PublicAddressFinder {
    private final List<Integer> ngrokPorts;
    private final List<Integer> cloudflaredPorts;
    private final NgrokSdk ngrok;

    PublicAddressFinder(List<Integer> ngrokPorts, List<Integer> cloudflaredPorts, NgrokSdk ngrok) {
        this.ngrokPorts = ngrokPorts;
        this.cloudflaredPorts = cloudflaredPorts;
        this.ngrok = ngrok;
    }

    /**
     * The address that leads to {@code port}; at once as a rule, within half a minute at worst.
     *
     * @param given the origin that somebody gave, or null
     * @param settings {@code NGROK_AUTHTOKEN} lets a tunnel be opened, {@code NGROK_DOMAIN} says where
     * @param says one line for whoever waits, now and then
     */
    public static Tunnel find(@Nullable String given, int port, Settings settings, Consumer<String> says)
            throws NoPublicAddress {
        return new PublicAddressFinder(NgrokAgentLookup.PORTS, CloudflaredLookup.PORTS, NgrokSdk.real())
                .tunnel(given, port, settings, says);
    }

    /** What {@link #find} would come to, in one line and without opening anything. */
    public static String outlook(@Nullable String given, int port, Settings settings) {
        return new PublicAddressFinder(NgrokAgentLookup.PORTS, CloudflaredLookup.PORTS, NgrokSdk.real())
                .inWords(given, port, settings, NgrokSdk.isThere());
    }

    String inWords(@Nullable String given, int port, Settings settings, boolean ngrokLibrary) {
        List<String> instead = new ArrayList<>();
        PublicAddress found = found(given, port, settings, instead);
        if (found != null) {
            return found.toString();
        }
        if (settings.get("NGROK_AUTHTOKEN").isPresent() && ngrokLibrary) {
            return "none yet: an ngrok tunnel is opened when it is needed";
        }
        if (settings.get("NGROK_AUTHTOKEN").isPresent()) {
            instead.add("NGROK_AUTHTOKEN is set, but ngrok's library for this machine is not there");
        }
        String seen = instead.isEmpty() ? "" : String.join("; ", instead) + "; ";
        return "none: " + seen + "for a real number run ngrok http " + port + ", or set PUBLIC_HOST";
    }

    Tunnel tunnel(@Nullable String given, int port, Settings settings, Consumer<String> says) throws NoPublicAddress {
        List<String> instead = new ArrayList<>();
        PublicAddress found = found(given, port, settings, instead);
        if (found != null) {
            says.accept("public address: " + found);
            return Tunnel.of(found);
        }
        instead.forEach(says);
        String token = settings.get("NGROK_AUTHTOKEN").orElse(null);
        if (token == null) {
            throw nowhere(port, instead);
        }
        says.accept("opening an ngrok tunnel to port " + port);
        Tunnel opened = ngrok.open(token, settings.get("NGROK_DOMAIN").orElse(null), port);
        says.accept("public address: " + opened.address());
        return opened;
    }

    @Nullable
    PublicAddress found(@Nullable String given, int port, Settings settings, List<String> instead) {
        if (given != null) {
            return new PublicAddress(given, PublicAddress.Source.GIVEN);
        }
        LookupResult ngroks =
                NgrokAgentLookup.look(port, settings.get("NGROK_DOMAIN").orElse(null), ngrokPorts);
        instead.addAll(ngroks.instead());
        if (ngroks.address() != null) {
            return ngroks.address();
        }
        LookupResult cloudflareds = CloudflaredLookup.look(port, cloudflaredPorts);
        instead.addAll(cloudflareds.instead());
        return cloudflareds.address();
    }

    private static NoPublicAddress nowhere(int port, List<String> instead) {
        String seen = instead.isEmpty() ? "" : " (" + String.join("; ", instead) + ")";
        return new NoPublicAddress(
                "Twilio has no way to port " + port + " of this machine" + seen,
                "run ngrok http " + port + " (or cloudflared tunnel --url http://localhost:" + port
                        + ") and try again;\nor give the address with --public-url or PUBLIC_HOST; or set NGROK_AUTHTOKEN to have a tunnel opened");
    }
}
