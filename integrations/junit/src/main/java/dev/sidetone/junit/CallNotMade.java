package dev.sidetone.junit;

/** Reports a call that did not come about: nobody answers at the address, or a setting is wrong. The message names it and the cure. */
public final class CallNotMade extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CallNotMade(String whatAndCure) {
        super(whatAndCure);
    }

    CallNotMade(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
