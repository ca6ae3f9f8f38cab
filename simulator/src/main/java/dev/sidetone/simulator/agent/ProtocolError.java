package dev.sidetone.simulator.agent;

import org.jspecify.annotations.Nullable;

/** A breach of the protocol by a client, with the code, message and parameter of the error that answers it. */
public final class ProtocolError extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final @Nullable String param;

    public ProtocolError(String code, String message, @Nullable String param) {
        super(message, null, false, false);
        this.code = code;
        this.param = param;
    }

    public static ProtocolError invalidValue(String param, String message) {
        return new ProtocolError("invalid_value", message, param);
    }

    public static ProtocolError missing(String param) {
        return new ProtocolError("missing_required_parameter", "Missing required parameter: '" + param + "'.", param);
    }

    public static ProtocolError unknown(String param) {
        return new ProtocolError("unknown_parameter", "Unknown parameter: '" + param + "'.", param);
    }

    public String code() {
        return code;
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    /** The path of the offending field, where it is one. */
    @Nullable
    public String param() {
        return param;
    }
}
