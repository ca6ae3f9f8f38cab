package dev.sidetone.simulator.line.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a server could not be reached. */
public enum Trouble {
    /** Nobody listens there. */
    REFUSED,
    /** The name has no address. */
    UNKNOWN_HOST,
    /** There is no way to the address. */
    UNREACHABLE,
    /** No answer in time. */
    TIMEOUT,
    /** No TLS, or not with this certificate. */
    TLS,
    /** The connection ended before the answer was whole, or what came was not HTTP. */
    BROKEN;

    /** Reads the cause of a failed connection or request: the first in the chain that says more than that it failed. */
    static Trouble of(Throwable failure) {
        boolean connecting = false;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Trouble known = known(cause);
            if (known != null) {
                return known;
            }
            connecting |= cause instanceof ConnectException;
        }
        return connecting ? REFUSED : BROKEN;
    }

    private static @Nullable Trouble known(Throwable cause) {
        if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
            return UNKNOWN_HOST;
        }
        if (cause instanceof SocketTimeoutException
                || cause instanceof HttpTimeoutException
                || says(cause, "timed out")) {
            return TIMEOUT;
        }
        if (cause instanceof SSLException) {
            return TLS;
        }
        return cause instanceof NoRouteToHostException || says(cause, "unreachable") ? UNREACHABLE : null;
    }

    private static boolean says(Throwable cause, String word) {
        String message = cause.getMessage();
        return cause instanceof IOException && message != null && message.contains(word);
    }
}
