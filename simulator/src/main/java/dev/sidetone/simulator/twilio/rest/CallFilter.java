package dev.sidetone.simulator.twilio.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the filters of a list of calls. Stateless. */
final class CallFilter {
    private CallFilter() {}

    static Predicate<CallRecord> of(FormFields query) throws RestError {
        return equal(query, "To", entry -> entry.call().to())
                .and(equal(query, "From", entry -> entry.call().from()))
                .and(equal(query, "Status", entry -> entry.status().word()))
                .and(entry -> query.get("ParentCallSid").isEmpty())
                .and(within(query, "StartTime", entry -> entry.now().started()))
                .and(within(query, "EndTime", entry -> entry.now().ended()));
    }

    private static Predicate<CallRecord> equal(FormFields query, String name, Reading<String> of) {
        Optional<String> wanted = query.get(name);
        return entry -> wanted.isEmpty() || wanted.get().equals(of.read(entry));
    }

    /** A plain date means that day; with {@code <} or {@code >} in the name it is a bound, and is part of what it bounds. */
    private static Predicate<CallRecord> within(FormFields query, String name, Reading<Instant> of) throws RestError {
        Optional<Span> on = span(query, name);
        Optional<Span> before = span(query, name + "<");
        Optional<Span> after = span(query, name + ">");
        return entry -> {
            Instant at = of.read(entry);
            boolean asked = on.isPresent() || before.isPresent() || after.isPresent();
            return !asked
                    || (at != null
                            && (on.isEmpty() || (!at.isBefore(on.get().begin) && at.isBefore(on.get().end)))
                            && (before.isEmpty() || at.isBefore(before.get().end))
                            && (after.isEmpty() || !at.isBefore(after.get().begin)));
        };
    }

    /** The day or the second that a parameter names. */
    static Optional<Span> span(FormFields query, String name) throws RestError {
        Optional<String> text = query.get(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (text.get().length() <= "2026-01-31".length()) {
                LocalDate day = LocalDate.parse(text.get());
                return Optional.of(new Span(start(day), start(day.plusDays(1))));
            }
            Instant second = instant(text.get()).truncatedTo(ChronoUnit.SECONDS);
            return Optional.of(new Span(second, second.plusSeconds(1)));
        } catch (DateTimeParseException e) {
            throw RestError.of(20001, "Parameter '" + name + "' is not valid: " + text.get());
        }
    }

    /** A time without a zone is GMT: Twilio's own SDK for Java writes it so. */
    private static Instant instant(String text) {
        boolean zoned = text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)");
        return OffsetDateTime.parse(zoned ? text : text + "Z").toInstant();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** A stretch of time; its end is not part of it. */
    record Span(Instant begin, Instant end) {}

    private interface Reading<T> {
        @Nullable
        T read(CallRecord entry);
    }
}
