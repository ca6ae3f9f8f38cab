package dev.sidetone.simulator.live.address;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of one kind of tunnel's programs on this machine.
 *
 * @param address one that leads to the port, or null
 * @param instead half-sentences about what was seen that does not
 */
record LookupResult(@Nullable PublicAddress address, List<String> instead) {
    LookupResult {
        instead = List.copyOf(instead);
    }
}
