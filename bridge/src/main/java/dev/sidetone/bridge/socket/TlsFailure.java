package dev.sidetone.bridge.socket;

import java.security.GeneralSecurityException;

/** Words the failure of a TLS handshake, and recognises its own words. Stateless. */
public final class TlsFailure {
    private static final String CERTIFICATE = "its certificate is not accepted: ";
    private static final String OTHER = "TLS failed: ";

    private TlsFailure() {}

    /** The reason behind {@code failure}: the library only says that TLS failed, and the reason lies deeper. */
    static String words(Throwable failure) {
        Throwable deepest = failure;
        boolean certificate = false;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
            certificate |= deepest instanceof GeneralSecurityException;
        }
        return (certificate ? CERTIFICATE : OTHER) + deepest.getMessage();
    }

    /** Whether {@code why}, with which a connection never opened, is that TLS failed. */
    public static boolean isIn(String why) {
        return isOfCertificate(why) || why.startsWith(OTHER);
    }

    /** Whether {@code why} is that the other end's certificate is not trusted. */
    public static boolean isOfCertificate(String why) {
        return why.startsWith(CERTIFICATE);
    }
}
