package dev.sidetone.simulator.agent;

import org.jspecify.annotations.Nullable;

/** A client event breaks the protocol: what the {@code error} event about it says. */
final class Rejected extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final @Nullable String param;

    Rejected(String code, String message, @Nullable String param) {
        super(message, null, false, false);
        this.code = code;
        this.param = param;
    }

    static Rejected invalidValue(String param, String message) {
        return new Rejected("invalid_value", message, param);
    }

    static Rejected missing(String param) {
        return new Rejected("missing_required_parameter", "Missing required parameter: '" + param + "'.", param);
    }

    static Rejected unknown(String param) {
        return new Rejected("unknown_parameter", "Unknown parameter: '" + param + "'.", param);
    }

    String code() {
        return code;
    }

    String message() {
        return String.valueOf(getMessage());
    }

    /** The path of the offending field, where it is one. */
    @Nullable
    String param() {
        return param;
    }
}
