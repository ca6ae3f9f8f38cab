package dev.sidetone.simulator.line.fault;

import dev.sidetone.simulator.line.fault.InjectedFault.Unreadable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Line faults as text: {@code NAME[=VALUE]}. A value that is left out is the usual one. Stateless. */
final class FaultText {
    private static final Pattern TIME = Pattern.compile("(\\d{1,7}(?:\\.\\d{1,6})?)(ms|s|m)");
    private static final Pattern LEVEL = Pattern.compile("([+-]?\\d{1,3}(?:\\.\\d{1,2})?)dB");
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration DAY = Duration.ofDays(1);
    private static final double QUIETEST_DB = 60;
    private static final Map<String, Reader> READERS = readers();
    private static final Set<String> OF_AGENTS = Set.of(
            "key",
            "401",
            "403",
            "429",
            "500",
            "quota",
            "die",
            "never-ready",
            "late-delta",
            "bad-json",
            "odd-bytes",
            "expire",
            "silent-tool",
            "variant");

    private FaultText() {}

    /** Makes a fault of its value, which is null when there is none; {@code whole} is for messages. */
    @FunctionalInterface
    private interface Reader {
        LineFault read(String whole, @Nullable String value) throws Unreadable;
    }

    private static Map<String, Reader> readers() {
        Map<String, Reader> readers = new LinkedHashMap<>();
        readers.put("jitter", (it, value) -> new LineFault.Jitter(time(it, or(value, "20ms"), TEN_SECONDS)));
        readers.put("burst", (it, value) -> new LineFault.Burst(time(it, or(value, "200ms"), TEN_SECONDS)));
        readers.put("stall", (it, value) -> new LineFault.Stall(time(it, or(value, "2s"), MINUTE)));
        readers.put("gap", (it, value) -> new LineFault.Gap(time(it, or(value, "1s"), MINUTE)));
        readers.put("drop", (it, value) -> plain(it, value, new LineFault.Drop()));
        readers.put("mute", (it, value) -> new LineFault.Mute(value == null ? null : time(it, value, DAY)));
        readers.put("echo", (it, value) -> new LineFault.Echo(level(it, or(value, "-30dB"), -QUIETEST_DB, 0)));
        readers.put("noise", (it, value) -> new LineFault.Noise(level(it, or(value, "20dB"), 0, QUIETEST_DB)));
        readers.put("band", (it, value) -> plain(it, value, new LineFault.Band()));
        readers.put("webhook-twice", (it, value) -> plain(it, value, new LineFault.WebhookTwice()));
        readers.put("webhook-slow", (it, value) -> new LineFault.WebhookSlow(time(it, or(value, "3s"), MINUTE)));
        readers.put("webhook-lost", (it, value) -> plain(it, value, new LineFault.WebhookLost()));
        readers.put("rest-500", (it, value) -> plain(it, value, new LineFault.Rest500()));
        readers.put("rest-race", (it, value) -> plain(it, value, new LineFault.RestRace()));
        return readers;
    }

    /** Reads a fault without its time. */
    static LineFault fault(String text) throws Unreadable {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        Reader reader = READERS.get(name);
        if (reader == null) {
            throw unknown(name);
        }
        return reader.read(text, equals < 0 ? null : text.substring(equals + 1));
    }

    /** Reads when a fault begins. */
    static Duration begin(String whole, String text) throws Unreadable {
        Duration begin = duration(text);
        if (begin == null || begin.compareTo(DAY) > 0) {
            throw new Unreadable("'" + whole + "' does not say when: write a time with its unit after @, as in @5s");
        }
        return begin;
    }

    /** A time as it is dialled: whole milliseconds, or seconds where it is that. */
    static String time(Duration time) {
        double ms = time.toNanos() / 1e6;
        if (ms >= 1000 && ms % 1000 == 0) {
            return (long) (ms / 1000) + "s";
        }
        return number(ms) + "ms";
    }

    /** A level as it is dialled. */
    static String level(double db) {
        return number(db) + "dB";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private static String or(@Nullable String value, String usual) {
        return value == null ? usual : value;
    }

    private static LineFault plain(String whole, @Nullable String value, LineFault fault) throws Unreadable {
        if (value != null) {
            throw new Unreadable("'" + whole + "' has a value, and " + fault.name() + " takes none");
        }
        return fault;
    }

    private static Duration time(String whole, String value, Duration most) throws Unreadable {
        Duration time = duration(value);
        if (time == null || time.isZero()) {
            throw new Unreadable("'" + whole + "' does not say how long: write a time with its unit, as in "
                    + name(whole) + "=500ms or " + name(whole) + "=2s");
        }
        if (time.compareTo(most) > 0) {
            throw new Unreadable("'" + whole + "' is too long: at most " + time(most));
        }
        return time;
    }

    private static double level(String whole, String value, double least, double most) throws Unreadable {
        Matcher shape = LEVEL.matcher(value);
        double db = shape.matches() ? Double.parseDouble(shape.group(1)) : Double.NaN;
        if (!(db >= least && db <= most)) {
            throw new Unreadable("'" + whole + "' is no level for it: write " + name(whole) + "=" + level(least)
                    + " to " + name(whole) + "=" + level(most));
        }
        return db;
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

    private static String name(String whole) {
        return whole.substring(0, whole.indexOf('='));
    }

    private static Unreadable unknown(String name) {
        if (OF_AGENTS.contains(name)) {
            return new Unreadable("'" + name + "' is a fault of the agent, not of the line: give it to the agent");
        }
        String all = String.join(" ", READERS.keySet());
        return READERS.keySet().stream()
                .filter(known -> isNear(known, name))
                .findFirst()
                .map(known -> new Unreadable("'" + name + "' is no line fault: is " + known + " meant?"))
                .orElseGet(() -> new Unreadable("'" + name + "' is no line fault; there are " + all));
    }

    /** Whether they differ in no more than one letter that is wrong, missing, too many, or in the case of letters and in hyphens. */
    private static boolean isNear(String known, String name) {
        String one = known.replace("-", "");
        String other = name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        int end = 0;
        while (end < Math.min(one.length(), other.length()) - same
                && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return Math.max(one.length(), other.length()) - same - end <= 1;
    }
}
