package dev.sidetone.simulator.live.address;

import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Names the reason for which a public address gave no answer at all, by the exception. Stateless. */
final class ConnectProblems {
    private ConnectProblems() {}

    /** Reads the whole chain of causes, since the most precise is seldom the first. */
    static AddressProblem problem(Throwable failure, PublicAddress address) {
        String host = address.host();
        if (has(failure, UnresolvedAddressException.class) || has(failure, UnknownHostException.class)) {
            return new AddressProblem("the name " + host + " is not found", nameCure(address));
        }
        if (has(failure, HttpTimeoutException.class) || has(failure, TimeoutException.class)) {
            return new AddressProblem(
                    host + " does not answer in time",
                    "is the tunnel still running, and does a firewall let it through? Start it anew");
        }
        if (has(failure, SSLException.class)) {
            return tls(failure, host);
        }
        if (has(failure, ConnectException.class)) {
            return new AddressProblem(
                    "nobody listens at " + address.origin() + ": the connection is refused",
                    "start the tunnel or the proxy there, or give the address that it has now");
        }
        if (has(failure, ProtocolException.class)) {
            return new AddressProblem(
                    "what answers at " + host + " does not speak HTTP", "is the port in the address right?");
        }
        return new AddressProblem(
                host + " ends the connection without an answer",
                "is the tunnel's other end up, and does it lead to the bridge's port?");
    }

    private static AddressProblem tls(Throwable failure, String host) {
        if (hasMessage(failure, "unable to find valid certification path")) {
            return new AddressProblem(
                    "TLS: no trusted authority signed the certificate of " + host,
                    "Twilio would refuse it too: get one from a public authority, and serve the whole chain");
        }
        if (has(failure, CertificateExpiredException.class) || has(failure, CertificateNotYetValidException.class)) {
            return new AddressProblem("TLS: the certificate of " + host + " is out of date", "renew it");
        }
        if (hasMessage(failure, "No subject alternative") || hasMessage(failure, "No name matching")) {
            return new AddressProblem(
                    "TLS: the certificate there is another host's, not that of " + host,
                    "get one that names " + host + ", or give the address by the name that it has");
        }
        if (hasMessage(failure, "nrecognized SSL message")) {
            return new AddressProblem(
                    host + " speaks no TLS on that port",
                    "Twilio's streams need wss: put a tunnel or a proxy with a certificate before the bridge");
        }
        return new AddressProblem(
                "TLS with " + host + " fails: " + first(failure),
                "does the proxy there have a certificate for this name, and speak TLS 1.2 or newer?");
    }

    private static String nameCure(PublicAddress address) {
        return switch (address.source()) {
            case GIVEN -> "is it spelt right, and is the tunnel that had this name still running?";
            case CLOUDFLARED -> "a new quick tunnel's name takes up to a minute: try again";
            case NGROK_AGENT, OPENED -> "is this machine online? Try again in a moment";
        };
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasMessage(Throwable failure, String words) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains(words)) {
                return true;
            }
        }
        return false;
    }

    private static String first(Throwable failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
