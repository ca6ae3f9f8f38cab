package dev.sidetone.simulator.live.address;

import dev.sidetone.simulator.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the public address of a local port, as given or by a running ngrok or cloudflared, or opens a tunnel. Blocks. */
public final class PublicAddressFinder {
    private final List<Integer> ngrokPorts;
    private final List<Integer> cloudflaredPorts;
    private final LocalJsonClient client;
    private final NgrokSdk ngrok;

    PublicAddressFinder(
            List<Integer> ngrokPorts, List<Integer> cloudflaredPorts, LocalJsonClient client, NgrokSdk ngrok) {
        this.ngrokPorts = ngrokPorts;
        this.cloudflaredPorts = cloudflaredPorts;
        this.client = client;
        this.ngrok = ngrok;
    }

    private static PublicAddressFinder ofThisMachine() {
        return new PublicAddressFinder(
                NgrokAgentLookup.PORTS, CloudflaredLookup.PORTS, LocalJsonClient.USUAL, NgrokSdk.real());
    }

    /**
     * Returns the address that leads to {@code port}; usually at once, within half a minute at worst.
     *
     * @param given the origin that a flag or setting names, or null
     * @param settings with {@code NGROK_AUTHTOKEN} a tunnel may be opened, at {@code NGROK_DOMAIN}
     * @param log receives lines of progress for a person
     */
    public static Tunnel find(@Nullable String given, int port, Settings settings, Consumer<String> log)
            throws NoPublicAddress {
        return ofThisMachine().tunnel(given, port, settings, log);
    }

    /** Describes the result that {@link #find} would have, in one line and without opening a tunnel. */
    public static String preview(@Nullable String given, int port, Settings settings) {
        return ofThisMachine().describe(given, port, settings, NgrokSdk.hasNativeLibrary());
    }

    String describe(@Nullable String given, int port, Settings settings, boolean ngrokLibrary) {
        List<String> others = new ArrayList<>();
        PublicAddress found = found(given, port, settings, others);
        if (found != null) {
            return found.toString();
        }
        if (settings.get("NGROK_AUTHTOKEN").isPresent() && ngrokLibrary) {
            return "none yet: an ngrok tunnel is opened when it is needed";
        }
        if (settings.get("NGROK_AUTHTOKEN").isPresent()) {
            others.add("NGROK_AUTHTOKEN is set, but ngrok's library for this machine is not there");
        }
        String seen = others.isEmpty() ? "" : String.join("; ", others) + "; ";
        return "none: " + seen + "for a real number run ngrok http " + port + ", or set PUBLIC_HOST";
    }

    Tunnel tunnel(@Nullable String given, int port, Settings settings, Consumer<String> log) throws NoPublicAddress {
        List<String> others = new ArrayList<>();
        PublicAddress found = found(given, port, settings, others);
        if (found != null) {
            log.accept("public address: " + found);
            return Tunnel.of(found);
        }
        others.forEach(log);
        String token = settings.get("NGROK_AUTHTOKEN").orElse(null);
        if (token == null) {
            throw nowhere(port, others);
        }
        log.accept("opening an ngrok tunnel to port " + port);
        Tunnel opened = ngrok.open(token, settings.get("NGROK_DOMAIN").orElse(null), port);
        log.accept("public address: " + opened.address());
        return opened;
    }

    @Nullable
    PublicAddress found(@Nullable String given, int port, Settings settings, List<String> others) {
        if (given != null) {
            return new PublicAddress(given, PublicAddress.Source.GIVEN);
        }
        LookupResult ngrokTunnels =
                NgrokAgentLookup.find(port, settings.get("NGROK_DOMAIN").orElse(null), ngrokPorts, client);
        others.addAll(ngrokTunnels.others());
        if (ngrokTunnels.address() != null) {
            return ngrokTunnels.address();
        }
        LookupResult cloudflaredTunnels = CloudflaredLookup.find(port, cloudflaredPorts, client);
        others.addAll(cloudflaredTunnels.others());
        return cloudflaredTunnels.address();
    }

    private static NoPublicAddress nowhere(int port, List<String> others) {
        String seen = others.isEmpty() ? "" : " (" + String.join("; ", others) + ")";
        return new NoPublicAddress(
                "Twilio cannot reach port " + port + " of this machine" + seen,
                "run ngrok http " + port + " (or cloudflared tunnel --url http://localhost:" + port
                        + ") and try again;\nor give the address with --public-url or PUBLIC_HOST; or set NGROK_AUTHTOKEN to have a tunnel opened");
    }
}
