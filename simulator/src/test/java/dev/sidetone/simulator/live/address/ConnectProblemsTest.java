package dev.sidetone.simulator.live.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be had on loopback, by the exceptions that Java's client throws for it. */
class ConnectProblemsTest {
    @ParameterizedTest
    @CsvSource({
        "GIVEN, is it spelt right",
        "NGROK_AGENT, is this machine online?",
        "CLOUDFLARED, a new quick tunnel's name takes up to a minute",
        "OPENED, is this machine online?"
    })
    void aNameThatIsNotFoundHasACureByWhereItCameFrom(PublicAddress.Source source, String cure) {
        IOException notFound = new ConnectException();
        notFound.initCause(new ConnectException().initCause(new UnresolvedAddressException()));

        AddressProblem problem =
                ConnectProblems.problem(notFound, new PublicAddress("https://voice.example.com", source));

        assertThat(problem.what()).isEqualTo("the name voice.example.com is not found");
        assertThat(problem.cure()).startsWith(cure);
    }

    @Test
    void aCertificateThatAnAuthoritySignedAndThatIsOutOfDateIsTold() {
        IOException expired = new SSLHandshakeException("PKIX path validation failed");
        expired.initCause(new CertificateException("failed", new CertificateExpiredException("NotAfter: yesterday")));

        assertThat(ConnectProblems.problem(
                                expired, new PublicAddress("https://voice.example.com", PublicAddress.Source.GIVEN))
                        .what())
                .isEqualTo("TLS: the certificate of voice.example.com is out of date");
    }
}
