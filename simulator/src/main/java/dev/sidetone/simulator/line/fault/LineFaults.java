package dev.sidetone.simulator.line.fault;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The faults injected into one call's line, in the order in which they were typed. Immutable. */
public record LineFaults(List<InjectedFault> all) {
    /** A line without a fault. */
    public static final LineFaults NONE = new LineFaults(List.of());

    public LineFaults {
        all = List.copyOf(all);
    }

    /**
     * Reads each text as {@link InjectedFault#parse} does.
     *
     * @throws InjectedFault.Unreadable if one is no fault of the line
     */
    public static LineFaults parse(String... texts) throws InjectedFault.Unreadable {
        InjectedFault[] faults = new InjectedFault[texts.length];
        for (int i = 0; i < texts.length; i++) {
            faults[i] = InjectedFault.parse(texts[i]);
        }
        return new LineFaults(List.of(faults));
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Returns whether a fault of this kind is among them. */
    public boolean has(Class<? extends LineFault> kind) {
        return find(kind).isPresent();
    }

    /** The first fault of this kind. */
    public Optional<InjectedFault> find(Class<? extends LineFault> kind) {
        return all.stream()
                .filter(injected -> kind.isInstance(injected.fault()))
                .findFirst();
    }

    /** Their text forms. */
    @Override
    public String toString() {
        return all.stream().map(InjectedFault::text).collect(Collectors.joining(" "));
    }
}
