package dev.sidetone.simulator.line.fault;

import java.util.List;
import java.util.Optional;

/** The one list of line faults, which the parser, {@code --help}, the documentation and the tests read. A new fault is one entry here. */
public final class FaultKinds {
    /** All of them, in the order in which people read them; those of sound in that of its way, from the street to the network. */
    public static final List<FaultKind> ALL = List.of(
            Jitter.KIND,
            Burst.KIND,
            Stall.KIND,
            Gap.KIND,
            Drop.KIND,
            Mute.KIND,
            Echo.KIND,
            Noise.KIND,
            Street.KIND,
            BadMic.KIND,
            Band.KIND,
            Loss.KIND,
            WebhookTwice.KIND,
            WebhookSlow.KIND,
            WebhookLost.KIND,
            Rest500.KIND,
            RestRace.KIND);

    private FaultKinds() {}

    /** All names. */
    public static List<String> names() {
        return ALL.stream().map(FaultKind::name).toList();
    }

    static Optional<FaultKind> named(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }
}
