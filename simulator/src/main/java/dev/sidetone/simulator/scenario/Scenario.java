package dev.sidetone.simulator.scenario;

import dev.sidetone.simulator.line.fault.LineFaults;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of a scripted caller, and what must hold in it; as a YAML file gives it. Immutable.
 *
 * @param name the name in reports; the file's own name where it gives none
 * @param file the file that it was read from, from whose folder the sound files in it are found
 * @param call the call, where the command line does not say otherwise
 * @param line what the line does to the call
 * @param steps what the caller does, in order
 * @param whole what must hold of the whole call, or of all repetitions of it together
 */
public record Scenario(String name, Path file, Dialled call, Line line, List<Step> steps, Whole whole) {
    public Scenario {
        steps = List.copyOf(steps);
    }

    /**
     * The call; null and empty is what the command line or the default decides.
     *
     * @param to the webhook of the server under test
     * @param from the caller's number
     * @param number the number dialled
     * @param agent the agent of the embedded bridge
     * @param script the script of the practice agent or of a fake agent
     * @param parameters further form fields of the webhook
     * @param duration the time after which the caller hangs up
     */
    public record Dialled(
            @Nullable URI to,
            @Nullable String from,
            @Nullable String number,
            @Nullable String agent,
            @Nullable Path script,
            Map<String, String> parameters,
            @Nullable Duration duration) {
        /** A call of which nothing is said. */
        public static final Dialled USUAL = new Dialled(null, null, null, null, null, Map.of(), null);

        public Dialled {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }
    }

    /**
     * What the line does to the call.
     *
     * @param seed makes identifiers, timestamps and faults repeatable; null for other ones in every call
     */
    public record Line(LineFaults faults, @Nullable Long seed) {
        /** A line without a fault. */
        public static final Line CLEAR = new Line(LineFaults.NONE, null);
    }

    /**
     * What must hold of the whole call.
     *
     * @param ttfaP50Ms the most that the median TTFA may be, or null
     * @param ttfaP95Ms the most that the 95th percentile may be, or null; not judged below twenty turns
     * @param allowedFindings the codes of the findings that may come, warnings and errors; null for any
     */
    public record Whole(@Nullable Long ttfaP50Ms, @Nullable Long ttfaP95Ms, @Nullable List<String> allowedFindings) {
        /** Nothing must hold. */
        public static final Whole NOTHING = new Whole(null, null, null);

        public Whole {
            allowedFindings = allowedFindings == null ? null : List.copyOf(allowedFindings);
        }
    }
}
