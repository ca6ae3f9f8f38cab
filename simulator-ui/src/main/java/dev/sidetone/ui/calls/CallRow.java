package dev.sidetone.ui.calls;

import dev.sidetone.simulator.recording.RecordingLabel;
import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.simulator.report.WatchedCall;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of the list of calls, as text. Immutable.
 *
 * @param folder its recording; null where none is kept
 * @param call the call itself, where this window still has it in memory; else null
 * @param startedAt when it began; null before its first fact
 * @param title its name, or whom it reached
 * @param time when it was: the hour today, the day before that
 * @param detail who spoke, or whom a call with a name reached, or what is missing of the recording
 * @param duration minutes and seconds; empty where it is not known
 * @param median its median TTFA with the unit; empty without one
 * @param band of the median; null without one
 * @param findings how many were found
 * @param failed whether one of them is an error
 * @param running whether the call goes on
 */
record CallRow(
        @Nullable Path folder,
        @Nullable WatchedCall call,
        @Nullable Instant startedAt,
        RecordingLabel label,
        String title,
        String time,
        String detail,
        String duration,
        String median,
        @Nullable QualityBand band,
        int findings,
        boolean failed,
        boolean running) {
    boolean isKept() {
        return label.kept();
    }

    /** What stays the same of a call, whatever changes of it. */
    Object key() {
        return call != null ? call : Objects.requireNonNullElse(folder, "");
    }

    /** Whether all of a filter's words are in it. */
    boolean matches(String filter) {
        String text = String.join(" ", title, label.target(), label.caller(), time, detail)
                .toLowerCase(Locale.ROOT);
        return Stream.of(filter.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(text::contains);
    }

    /** By what other texts name it: its time, and its name or target. */
    String shortName() {
        return time + " · " + title;
    }

    /** All that the row shows, for who listens to it. */
    String spoken() {
        String found = findings == 0 ? "" : findings + (findings == 1 ? " finding" : " findings");
        return Stream.of(
                        title,
                        running ? "in call" : "",
                        time,
                        detail,
                        duration,
                        median.isEmpty() ? "" : "median " + median,
                        found,
                        isKept() ? "kept" : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
