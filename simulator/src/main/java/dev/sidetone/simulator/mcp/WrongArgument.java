package dev.sidetone.simulator.mcp;

/** A tool was called with an argument that will not do; the message says which, and what would. */
final class WrongArgument extends Exception {
    private static final long serialVersionUID = 1;

    WrongArgument(String message) {
        super(message);
    }
}
