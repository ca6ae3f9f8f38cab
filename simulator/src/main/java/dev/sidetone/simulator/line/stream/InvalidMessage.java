package dev.sidetone.simulator.line.stream;

/** A server's message that breaks the stream's protocol: what is wrong with it, and what cures it. */
public final class InvalidMessage extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String cure;

    public InvalidMessage(String what, String cure) {
        super(what, null, false, false);
        this.what = what;
        this.cure = cure;
    }

    public String what() {
        return what;
    }

    public String cure() {
        return cure;
    }
}
