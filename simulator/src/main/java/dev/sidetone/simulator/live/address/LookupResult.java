package dev.sidetone.simulator.live.address;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tunnels of one kind that run on this machine. Immutable.
 *
 * @param address the address of a tunnel that leads to the port, or null
 * @param others half-sentences about tunnels that lead elsewhere
 */
record LookupResult(@Nullable PublicAddress address, List<String> others) {
    LookupResult {
        others = List.copyOf(others);
    }
}
