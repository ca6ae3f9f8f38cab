package dev.sidetone.bench.faults;

import java.util.List;

/**
 * One fault or attack, what people see of it, and the code that shows that they do. Immutable.
 *
 * @param name the name on the command line
 * @param fault the fault or attack, in words
 * @param caller what the person on the telephone notices
 * @param operator what whoever runs Sidetone sees
 * @param needs what the machine must have besides Linux
 */
record FaultRow(
        FaultSection section, String name, String fault, String caller, String operator, List<Need> needs, Run run) {
    FaultRow {
        needs = List.copyOf(needs);
    }

    /** Brings the fault about in {@code scene}, and looks at everything that the row's sentences say. */
    interface Run {
        void run(FaultScene scene) throws Exception;
    }

    /** The same, left out where the machine lacks {@code need}. */
    FaultRow needing(Need need) {
        return new FaultRow(section, name, fault, caller, operator, List.of(need), run);
    }
}
