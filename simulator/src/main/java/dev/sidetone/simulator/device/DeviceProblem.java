package dev.sidetone.simulator.device;

/** What is wrong with a sound device, in one plain sentence, and what to do about it, in another. Immutable, for any thread. */
public final class DeviceProblem extends Exception {
    /** The sorts of trouble, by what they mean for the call. */
    public enum Kind {
        /** There is no such device, or none that can be opened at any rate. */
        MISSING,
        /** More than one device answers to the name. */
        AMBIGUOUS,
        /** Another program holds it. */
        BUSY,
        /** It is gone in mid-call, for good. */
        LOST,
        /** A microphone that has given nothing but exact zeros since it was opened; it may yet come alive. */
        SILENT,
        /** This program is not allowed to use it. */
        DENIED
    }

    private final Kind kind;
    private final String what;
    private final String cure;

    public DeviceProblem(Kind kind, String what, String cure) {
        super(what + " " + cure, null, false, false);
        this.kind = kind;
        this.what = what;
        this.cure = cure;
    }

    public Kind kind() {
        return kind;
    }

    /** What is wrong: a sentence with its full stop. */
    public String what() {
        return what;
    }

    /** What to do about it: a sentence with its full stop. */
    public String cure() {
        return cure;
    }
}
