package dev.sidetone.simulator.device;

/** A failure of a sound device: one sentence on the cause and one on the cure. Immutable, for any thread. */
public final class DeviceProblem extends Exception {
    /** The kinds of failure, by their effect on the call. */
    public enum Kind {
        /** The device does not exist, or cannot be opened at any sample rate. */
        MISSING,
        /** More than one device has the name. */
        AMBIGUOUS,
        /** Another program uses the device. */
        BUSY,
        /** The device disappeared during the call and will not come back. */
        LOST,
        /** The microphone has delivered only zeros since it was opened; it may recover. */
        SILENT,
        /** The system denies this program the use of the device. */
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

    /** The cause: a sentence with its full stop. */
    public String what() {
        return what;
    }

    /** The cure: a sentence with its full stop. */
    public String cure() {
        return cure;
    }
}
