package dev.sidetone.bridge.twilio.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A connection that is lost under TLS is tried again; a certificate that is not believed stays so. */
class LostTlsTest {
    private static final URI API = URI.create("https://api.example");

    static Stream<Throwable> lost() {
        return Stream.of(
                new SSLHandshakeException("Remote host terminated the handshake")
                        .initCause(new EOFException("SSL peer shut down incorrectly")),
                new SSLException("Connection reset", new SocketException("Connection reset")),
                new SSLException("closed", new ClosedChannelException()));
    }

    @ParameterizedTest
    @MethodSource("lost")
    void aLostConnectionIsTransientAndNoCertificate(Throwable tls) {
        TwilioApiException found = TwilioApiException.of("change the number", API, new IOException(tls));
        assertThat(found.isTransient()).isTrue();
        assertThat(found.what()).contains("api.example cannot be reached");
    }

    @Test
    void aCertificateThatIsNotBelievedIsNamed() {
        Throwable tls = new SSLHandshakeException("no path").initCause(new CertificateException("no path"));
        TwilioApiException found = TwilioApiException.of("change the number", API, new IOException(tls));
        assertThat(found.isTransient()).isFalse();
        assertThat(found.what()).contains("certificate that is not believed");
    }
}
