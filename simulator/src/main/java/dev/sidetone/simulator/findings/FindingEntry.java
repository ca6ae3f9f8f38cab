package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.timeline.MeasuredAt;
import dev.sidetone.simulator.timeline.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The registry's record of one code: its texts, its severities and its check. Texts may use Markdown's backticks; the cure may not, since
 * it is printed too. Immutable.
 *
 * @param code Twilio's number where Twilio has one, else a name in lower case with hyphens
 * @param severities how much it weighs; where there are several, the first is the usual one
 * @param meaning what is wrong, a phrase
 * @param cause the usual cause, a phrase, or empty where none is more usual than others
 * @param cure what to do about it, one sentence
 * @param check makes the check that looks for it in one call, or null where another code's check or no check finds it
 * @param judged the places at which a call is measured that this check can judge
 */
public record FindingEntry(
        String code,
        List<Severity> severities,
        String meaning,
        String cause,
        String cure,
        @Nullable Function<KnownSounds, Check> check,
        Set<MeasuredAt> judged) {
    private static final Set<MeasuredAt> LINE = Set.of(MeasuredAt.EAR, MeasuredAt.BRIDGE);

    static FindingEntry error(String code, String meaning, String cause, String cure) {
        return new FindingEntry(code, List.of(Severity.ERROR), meaning, cause, cure, null, Set.of());
    }

    static FindingEntry warning(String code, String meaning, String cause, String cure) {
        return new FindingEntry(code, List.of(Severity.WARNING), meaning, cause, cure, null, Set.of());
    }

    static FindingEntry info(String code, String meaning, String cause, String cure) {
        return new FindingEntry(code, List.of(Severity.INFO), meaning, cause, cure, null, Set.of());
    }

    /** The same, which may also be of {@code severity}. */
    FindingEntry or(Severity severity) {
        List<Severity> all = new ArrayList<>(severities);
        all.add(severity);
        return new FindingEntry(code, List.copyOf(all), meaning, cause, cure, check, judged);
    }

    /** The same, looked for in every call that is measured on its line. */
    FindingEntry foundBy(Supplier<Check> maker) {
        return new FindingEntry(code, severities, meaning, cause, cure, known -> maker.get(), LINE);
    }

    /** The same, looked for in every call on its line by a check that knows some sounds before they are heard. */
    FindingEntry foundBySound(Function<KnownSounds, Check> maker) {
        return new FindingEntry(code, severities, meaning, cause, cure, maker, LINE);
    }

    /** The same, looked for where Twilio's end of the line is seen too, which is in simulated calls alone. */
    FindingEntry foundAtTheEarBy(Supplier<Check> maker) {
        return new FindingEntry(code, severities, meaning, cause, cure, known -> maker.get(), Set.of(MeasuredAt.EAR));
    }

    /** The same, looked for in recordings too: by their two voices alone. */
    FindingEntry andInARecording() {
        Set<MeasuredAt> all = new HashSet<>(judged);
        all.add(MeasuredAt.RECORDING);
        return new FindingEntry(code, severities, meaning, cause, cure, check, Set.copyOf(all));
    }
}
