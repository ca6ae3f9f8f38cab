package dev.sidetone.simulator.live.address;

import org.jspecify.annotations.Nullable;

/** There is no public address. Says what is missing and what to do about it, for people; never a secret. */
public final class NoPublicAddress extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String cure;

    NoPublicAddress(String what, String cure) {
        this(what, cure, null);
    }

    /** {@code cause} is for stack traces only; its words are not repeated. */
    NoPublicAddress(String what, String cure, @Nullable Throwable cause) {
        super(what + ": " + cure, cause);
        this.what = what;
        this.cure = cure;
    }

    /** What is missing, in one line. */
    public String what() {
        return what;
    }

    /** What to do about it, in one or two lines. */
    public String cure() {
        return cure;
    }
}
