package dev.sidetone.simulator.line.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The reason for which a server could not be reached. */
public enum ConnectionFailure {
    /** Nobody listens there. */
    REFUSED,
    /** The name has no address. */
    UNKNOWN_HOST,
    /** There is no way to the address. */
    UNREACHABLE,
    /** No answer in time. */
    TIMEOUT,
    /** No TLS on that port, or none that both ends speak. */
    TLS,
    /** The certificate has expired. */
    CERTIFICATE_EXPIRED,
    /** The certificate names other hosts. */
    CERTIFICATE_OF_ANOTHER,
    /** No trusted authority signed the certificate. */
    CERTIFICATE_UNTRUSTED,
    /** The connection ended before the answer was whole, or what came was not HTTP. */
    BROKEN;

    /** Returns whether there was no connection to ask over: limits on an answer are the asker's, not the network's. */
    public boolean isBeforeTheRequest() {
        return this != BROKEN;
    }

    /** Reads the cause of a failed connection or request: the first in the chain that is more precise than a failure. */
    static ConnectionFailure of(Throwable failure) {
        boolean connecting = false;
        ConnectionFailure first = null;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            ConnectionFailure known = known(cause);
            if (known != null && known != TLS) {
                return known;
            }
            first = first == null ? known : first;
            connecting |= cause instanceof ConnectException;
        }
        return first != null ? first : connecting ? REFUSED : BROKEN;
    }

    /** A half-sentence about the failure. */
    static String words(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return message.contains("Unsupported or unrecognized SSL message") ? "it speaks no TLS on that port" : message;
    }

    private static @Nullable ConnectionFailure known(Throwable cause) {
        if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
            return UNKNOWN_HOST;
        }
        if (cause instanceof SocketTimeoutException || says(cause, "timed out")) {
            return TIMEOUT;
        }
        ConnectionFailure tls = tls(cause);
        if (tls != null) {
            return tls;
        }
        return cause instanceof NoRouteToHostException || says(cause, "unreachable") ? UNREACHABLE : null;
    }

    private static @Nullable ConnectionFailure tls(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof CertificateExpiredException) {
            return CERTIFICATE_EXPIRED;
        }
        if (message.contains("No subject alternative") || message.contains("No name matching")) {
            return CERTIFICATE_OF_ANOTHER;
        }
        if (message.contains("unable to find valid certification path")) {
            return CERTIFICATE_UNTRUSTED;
        }
        return cause instanceof SSLException ? TLS : null;
    }

    private static boolean says(Throwable cause, String word) {
        String message = cause.getMessage();
        return cause instanceof IOException && message != null && message.contains(word);
    }
}
