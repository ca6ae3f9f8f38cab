package dev.sidetone.simulator.line.fault;

import dev.sidetone.bridge.settings.Spelling;
import dev.sidetone.simulator.line.fault.InjectedFault.Unreadable;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and writes the text form of line faults, {@code NAME[=VALUE]}, with its times and levels. Stateless. */
final class FaultText {
    private static final Pattern TIME = Pattern.compile("(\\d{1,7}(?:\\.\\d{1,6})?)(ms|s|m)");
    private static final Pattern LEVEL = Pattern.compile("([+-]?\\d{1,3}(?:\\.\\d{1,2})?)dB");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,2})?)%");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_WRONG = 2;

    private FaultText() {}

    /** Reads a fault without its time. */
    static LineFault fault(String text) throws Unreadable {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        FaultKind kind = FaultKinds.named(name).orElseThrow(() -> unknown(name));
        return kind.read(text, equals < 0 ? null : text.substring(equals + 1));
    }

    private static Unreadable unknown(String name) {
        return new Unreadable("'" + name + "' is no line fault"
                + Spelling.nearest(name, FaultKinds.names(), MOST_WRONG)
                        .map(known -> ": is " + known + " meant?")
                        .orElse("; there are " + String.join(" ", FaultKinds.names())));
    }

    /** Reads when a fault begins. */
    static Duration begin(String whole, String text) throws Unreadable {
        Duration begin = duration(text);
        if (begin == null || begin.compareTo(DAY) > 0) {
            throw new Unreadable("'" + whole + "' does not say when: write a time with its unit after @, as in @5s");
        }
        return begin;
    }

    /** Reads the time of the fault {@code name}. */
    static Duration time(String name, String whole, String value, Duration most) throws Unreadable {
        Duration time = duration(value);
        if (time == null || time.isZero()) {
            throw new Unreadable("'" + whole + "' does not say how long: write a time with its unit, as in " + name
                    + "=500ms or " + name + "=2s");
        }
        if (time.compareTo(most) > 0) {
            throw new Unreadable("'" + whole + "' is too long: at most " + time(most));
        }
        return time;
    }

    /** Reads the level of the fault {@code name}, in dB. */
    static double level(String name, String whole, String value, double least, double most) throws Unreadable {
        Matcher shape = LEVEL.matcher(value);
        double db = shape.matches() ? Double.parseDouble(shape.group(1)) : Double.NaN;
        if (!(db >= least && db <= most)) {
            throw new Unreadable("'" + whole + "' is no level for it: write " + name + "=" + level(least) + " to "
                    + name + "=" + level(most));
        }
        return db;
    }

    /** Reads the share of the fault {@code name}, in percent. */
    static double percent(String name, String whole, String value, double least, double most) throws Unreadable {
        Matcher shape = PERCENT.matcher(value);
        double share = shape.matches() ? Double.parseDouble(shape.group(1)) : Double.NaN;
        if (!(share >= least && share <= most)) {
            throw new Unreadable("'" + whole + "' is no share for it: write " + name + "=" + percent(least) + " to "
                    + name + "=" + percent(most));
        }
        return share;
    }

    /** A time as it is typed: whole milliseconds, or seconds where it is that. */
    static String time(Duration time) {
        double ms = time.toNanos() / 1e6;
        if (ms >= 1000 && ms % 1000 == 0) {
            return (long) (ms / 1000) + "s";
        }
        return number(ms) + "ms";
    }

    /** A level as it is typed. */
    static String level(double db) {
        return number(db) + "dB";
    }

    /** A share as it is typed. */
    static String percent(double share) {
        return number(share) + "%";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static @Nullable Duration duration(String text) {
        Matcher shape = TIME.matcher(text);
        if (!shape.matches()) {
            return null;
        }
        double number = Double.parseDouble(shape.group(1));
        double ms =
                switch (shape.group(2)) {
                    case "ms" -> number;
                    case "s" -> number * 1_000;
                    default -> number * 60_000;
                };
        return Duration.ofNanos(Math.round(ms * 1e6));
    }
}
