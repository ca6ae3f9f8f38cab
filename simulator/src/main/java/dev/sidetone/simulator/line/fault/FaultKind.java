package dev.sidetone.simulator.line.fault;

import dev.sidetone.simulator.line.fault.InjectedFault.Unreadable;
import java.time.Duration;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One kind of line fault: its name, the value that it takes, its effect, and how it is read from {@code NAME[=VALUE]}. Immutable. */
public final class FaultKind {
    private final String name;
    private final String usual;
    private final String effect;
    private final Reader reader;

    /** Makes a fault of its value, which is null where there is none; {@code whole} is for messages. */
    @FunctionalInterface
    private interface Reader {
        LineFault read(String whole, @Nullable String value) throws Unreadable;
    }

    private FaultKind(String name, String usual, String effect, Reader reader) {
        this.name = name;
        this.usual = usual;
        this.effect = effect;
        this.reader = reader;
    }

    /** A kind without a value. */
    static FaultKind plain(String name, String effect, Supplier<LineFault> fault) {
        return new FaultKind(name, "", effect, (whole, value) -> {
            if (value != null) {
                throw new Unreadable("'" + whole + "' has a value, and " + name + " takes none");
            }
            return fault.get();
        });
    }

    /** A kind with a time of at most {@code most}, and {@code usual} where none is given. */
    static FaultKind timed(
            String name, String usual, Duration most, String effect, Function<Duration, LineFault> fault) {
        return new FaultKind(
                name,
                usual,
                effect,
                (whole, value) -> fault.apply(FaultText.time(name, whole, value == null ? usual : value, most)));
    }

    /** A kind that lasts to the end of the call unless it is given a time. */
    static FaultKind optionallyTimed(
            String name, Duration most, String effect, Function<@Nullable Duration, LineFault> fault) {
        return new FaultKind(
                name,
                "",
                effect,
                (whole, value) -> fault.apply(value == null ? null : FaultText.time(name, whole, value, most)));
    }

    /** A kind with a level between {@code least} and {@code most} dB, and {@code usual} where none is given. */
    static FaultKind level(
            String name, String usual, double least, double most, String effect, DoubleFunction<LineFault> fault) {
        return new FaultKind(
                name,
                usual,
                effect,
                (whole, value) ->
                        fault.apply(FaultText.level(name, whole, value == null ? usual : value, least, most)));
    }

    /** A kind with a share between {@code least} and {@code most} percent, and {@code usual} where none is given. */
    static FaultKind percent(
            String name, String usual, double least, double most, String effect, DoubleFunction<LineFault> fault) {
        return new FaultKind(
                name,
                usual,
                effect,
                (whole, value) ->
                        fault.apply(FaultText.percent(name, whole, value == null ? usual : value, least, most)));
    }

    public String name() {
        return name;
    }

    /** The text form with the usual value: {@code jitter=20ms}. */
    public String example() {
        return usual.isEmpty() ? name : name + "=" + usual;
    }

    /** The fault as the server sees it, as a table of the documentation describes it. */
    public String effect() {
        return effect;
    }

    /** Reads a fault of this kind. */
    LineFault read(String whole, @Nullable String value) throws Unreadable {
        return reader.read(whole, value);
    }

    String text(Duration value) {
        return name + "=" + FaultText.time(value);
    }

    String text(double db) {
        return name + "=" + FaultText.level(db);
    }

    String percentText(double share) {
        return name + "=" + FaultText.percent(share);
    }
}
