package dev.sidetone.simulator;

/** Reports that an option, a setting or a file cannot be used. The message names it and the cure in one line; exit code 2. */
public final class WrongSetting extends Exception {
    private static final long serialVersionUID = 1L;

    public WrongSetting(String whatAndCure) {
        super(whatAndCure);
    }

    public WrongSetting(String whatAndCure, Throwable cause) {
        super(whatAndCure, cause);
    }
}
