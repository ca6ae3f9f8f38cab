package dev.sidetone.simulator.live.address;

import org.jspecify.annotations.Nullable;

/** No public address can be used. The message names the reason and the cure for a person, and never a secret. */
public final class NoPublicAddress extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String cure;

    public NoPublicAddress(String what, String cure) {
        this(what, cure, null);
    }

    /** The message of {@code cause} is not repeated; it is for stack traces only. */
    NoPublicAddress(String what, String cure, @Nullable Throwable cause) {
        super(what + ": " + cure, cause);
        this.what = what;
        this.cure = cure;
    }

    /** The reason, in one line. */
    public String what() {
        return what;
    }

    /** The cure, in one or two lines. */
    public String cure() {
        return cure;
    }
}
