package dev.sidetone.bridge;

import dev.sidetone.bridge.socket.LocalRequest;
import java.util.Set;

/**
 * Those who may read a bridge's metrics: programs on this machine, and the machines that are named. Immutable.
 *
 * @param addresses the numeric addresses of further machines, as the bridge sees them
 */
public record MetricsReaders(Set<String> addresses) {
    /** This machine alone. */
    public static final MetricsReaders THIS_MACHINE = new MetricsReaders(Set.of());

    public MetricsReaders {
        addresses = Set.copyOf(addresses);
    }

    /** The peer's address and the host that it names decide; another site's page is nobody's program. */
    boolean accept(LocalRequest sender) {
        if (sender.isLocal(Set.of())) {
            return true;
        }
        return addresses.contains(sender.request().peer())
                && sender.foreignPage() == null
                && isUnregistered(sender.hostName());
    }

    /** True for an address or a name without a dot: a page's owner can register neither. */
    private static boolean isUnregistered(String host) {
        return !host.isEmpty() && (host.startsWith("[") || host.indexOf('.') < 0 || isNumeric(host));
    }

    private static boolean isNumeric(String host) {
        return host.chars().allMatch(sign -> sign == '.' || (sign >= '0' && sign <= '9'));
    }
}
