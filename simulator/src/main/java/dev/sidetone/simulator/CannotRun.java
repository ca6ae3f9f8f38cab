package dev.sidetone.simulator;

/** Reports that a command cannot run since something outside it is missing. The message names it and the cure in one line; exit code 3. */
public final class CannotRun extends Exception {
    private static final long serialVersionUID = 1L;

    public CannotRun(String whatAndCure) {
        super(whatAndCure);
    }

    public CannotRun(String whatAndCure, Throwable cause) {
        super(whatAndCure, cause);
    }
}
