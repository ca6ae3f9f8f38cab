package dev.sidetone.bridge.settings;

import java.io.IOException;

/** A settings file cannot be read, or holds a value that is not allowed; states the file, the line and the cure. */
public final class InvalidSettingsException extends IOException {
    private static final long serialVersionUID = 1L;

    public InvalidSettingsException(String where, String what) {
        super(where + ": " + what);
    }
}
