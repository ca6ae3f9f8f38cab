package dev.sidetone.simulator.line.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
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

    /** Java's words, and those for a person in place of the whole message. */
    private static final Map<Pattern, String> WORDS = words();

    private static Map<Pattern, String> words() {
        Map<Pattern, String> words = new LinkedHashMap<>();
        words.put(Pattern.compile(".*Unsupported or unrecognized SSL message.*"), "it speaks no TLS on that port");
        words.put(
                Pattern.compile(
                        ".*No (?:subject alternative .* matching (?:IP address )?|name matching )(\\S+) found.*"),
                "it does not name $1");
        words.put(Pattern.compile(".*No subject alternative names.*"), "it names no host");
        words.put(Pattern.compile(".*Received fatal alert: (\\w+).*"), "the server broke the TLS handshake off ($1)");
        words.put(Pattern.compile(".*terminated the handshake.*"), "the server broke the TLS handshake off");
        words.put(Pattern.compile(".*Connection reset.*|.*Broken pipe.*"), "the server reset the connection");
        words.put(Pattern.compile(".*Network is unreachable.*"), "no network leads there");
        words.put(Pattern.compile(".*No route to host.*"), "no route leads there");
        return Collections.unmodifiableMap(words);
    }

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

    /** A half-sentence about the failure, in which Java's own words stand only where they are plain. */
    static String words(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(message).find())
                .map(entry -> entry.getKey().matcher(message).replaceFirst(entry.getValue()))
                .findFirst()
                .orElse(message)
                .replaceFirst("\\.$", "");
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
