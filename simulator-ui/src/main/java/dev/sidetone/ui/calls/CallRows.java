package dev.sidetone.ui.calls;

import dev.sidetone.simulator.recording.RecordedCall;
import dev.sidetone.simulator.recording.RecordingLabel;
import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.simulator.report.WatchedCall;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.RunFigures;
import dev.sidetone.simulator.timeline.Severity;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the rows of the list of calls: running calls first, then the recorded ones, the newest first. Stateless but for the day and the zone. */
final class CallRows {
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter THIS_WEEK = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter BEFORE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final int WEEK_DAYS = 7;
    private static final long SECONDS_PER_HOUR = 3600;

    private final LocalDate today;
    private final ZoneId zone;

    CallRows(Instant now, ZoneId zone) {
        this.zone = zone;
        this.today = now.atZone(zone).toLocalDate();
    }

    /** The rows of all calls, of which those in memory stand for their recordings. */
    List<CallRow> of(List<CurrentCall> current, List<RecordedCall> recorded) {
        Map<Path, CallRow> inMemory = new HashMap<>();
        List<CallRow> rows = new ArrayList<>();
        for (CurrentCall call : current) {
            Path folder = call.folder();
            RecordedCall entry = folder == null
                    ? null
                    : recorded.stream()
                            .filter(each -> each.folder().equals(folder))
                            .findFirst()
                            .orElse(null);
            CallRow row = row(call, entry == null ? call.label() : entry.label());
            if (entry == null || call.isRunning()) {
                rows.add(row);
            }
            if (folder != null) {
                inMemory.put(folder, row);
            }
        }
        for (RecordedCall each : recorded) {
            CallRow row = inMemory.get(each.folder());
            if (row == null) {
                rows.add(row(each));
            } else if (!row.running()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private CallRow row(RecordedCall call) {
        Double medianMs = call.medianTtfaMs();
        return row(
                call.folder(),
                null,
                call.startedAt(),
                call.label(),
                call.target(),
                switch (call.state()) {
                    case WHOLE -> call.caller();
                    case RUNNING -> "being recorded";
                    case CUT -> "cut off";
                    case UNREADABLE -> "unreadable";
                },
                call.durationMs(),
                medianMs,
                call.findings(),
                call.failed(),
                false);
    }

    private CallRow row(CurrentCall current, RecordingLabel label) {
        WatchedCall call = current.call();
        CallResult result = call.result();
        String target = label.target().isEmpty() ? current.label().target() : label.target();
        boolean kept = current.folder() != null;
        return row(
                current.folder(),
                call,
                current.startedAt(),
                label,
                target,
                current.isRunning() || kept ? current.label().caller() : "not recorded",
                call.elapsedMs(),
                new RunFigures(List.of(result)).ttfa().p50Ms(),
                result.findings().size(),
                result.findings().stream().anyMatch(found -> found.severity() == Severity.ERROR),
                current.isRunning());
    }

    private CallRow row(
            @Nullable Path folder,
            @Nullable WatchedCall call,
            @Nullable Instant startedAt,
            RecordingLabel label,
            String target,
            String detail,
            @Nullable Double durationMs,
            @Nullable Double medianMs,
            int findings,
            boolean failed,
            boolean running) {
        boolean named = !label.name().isEmpty();
        String reached = target.isEmpty() ? "Call" : target;
        return new CallRow(
                folder,
                call,
                startedAt,
                label,
                named ? label.name() : reached,
                startedAt == null ? "now" : time(startedAt),
                named && !target.isEmpty() ? target : detail,
                durationMs == null ? "" : duration(durationMs),
                medianMs == null ? "" : Figures.wholeMs(medianMs),
                medianMs == null ? null : QualityBand.ofTtfaMs(medianMs),
                findings,
                failed,
                running);
    }

    private String time(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        LocalDate day = local.toLocalDate();
        if (!day.isBefore(today)) {
            return TODAY.format(local);
        }
        if (day.isAfter(today.minusDays(WEEK_DAYS))) {
            return THIS_WEEK.format(local);
        }
        return (day.getYear() == today.getYear() ? THIS_YEAR : BEFORE).format(local);
    }

    static String duration(double ms) {
        long seconds = Math.round(ms / 1000);
        return seconds < SECONDS_PER_HOUR
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(
                        Locale.ROOT, "%d:%02d:%02d", seconds / SECONDS_PER_HOUR, seconds / 60 % 60, seconds % 60);
    }
}
