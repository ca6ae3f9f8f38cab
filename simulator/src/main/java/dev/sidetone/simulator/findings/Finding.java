package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A finding names one fault of one call. Made by its {@link FindingCode} alone. Immutable, for any thread. */
public final class Finding {
    private static final int MOST_CODE_CHARS = 60;

    private final String code;
    private final Severity severity;
    private final String what;
    private final String cure;
    private final @Nullable Long frame;

    Finding(String code, Severity severity, String what, String cure, @Nullable Long frame) {
        this.code = ForeignText.line(code, MOST_CODE_CHARS);
        this.severity = severity;
        this.what = ForeignText.line(what);
        this.cure = ForeignText.line(cure);
        this.frame = frame;
    }

    /** Twilio's number where Twilio has one, else a name in lower case with hyphens. */
    public String code() {
        return code;
    }

    public Severity severity() {
        return severity;
    }

    /** The observation, one sentence for the person who owns the server. */
    public String what() {
        return what;
    }

    /** The cure, one sentence. */
    public String cure() {
        return cure;
    }

    /** The message of the server that shows it, counted from 1, or null when it is no single one. */
    public @Nullable Long frame() {
        return frame;
    }

    /** The same, shown by the server's message number {@code message}. */
    public Finding inMessage(long message) {
        return new Finding(code, severity, what, cure, message);
    }

    /** The same under a code of Twilio's that the registry need not know. */
    Finding under(String twiliosCode) {
        return new Finding(twiliosCode, severity, what, cure, frame);
    }

    /** The same as a warning at most, with one more sentence on what was found. */
    Finding softened(String because) {
        Severity most = severity == Severity.ERROR ? Severity.WARNING : severity;
        return new Finding(code, most, what + " " + because, cure, frame);
    }

    /** The same with both sentences rewritten, to leave secrets out. */
    public Finding rewritten(UnaryOperator<String> text) {
        return new Finding(code, severity, text.apply(what), text.apply(cure), frame);
    }

    /** The fact that it was seen at {@code atNs}, on the producers' clock. */
    public Fact.Found at(long atNs) {
        return new Fact.Found(atNs, code, severity, what, cure, frame, false);
    }

    /** The same, by a check. */
    Fact.Found byCheckAt(long atNs) {
        return new Fact.Found(atNs, code, severity, what, cure, frame, true);
    }

    @Override
    public String toString() {
        return severity.word() + " " + code + ": " + what;
    }
}
