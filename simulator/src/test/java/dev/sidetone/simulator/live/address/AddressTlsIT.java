package dev.sidetone.simulator.live.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.line.net.ServerCertificate;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tunnels with certificates that Twilio would refuse. */
class AddressTlsIT {
    @Test
    void aCertificateThatNobodyIsTrustedForIsTold() throws Exception {
        AddressCheck.Report report = check(ServerCertificate.SIGNED_BY_ITSELF, SSLContext.getDefault());

        assertThat(report.what()).isEqualTo("TLS: no trusted authority signed the certificate of localhost");
        assertThat(report.cure()).contains("Twilio would refuse it too");
    }

    @ParameterizedTest
    @CsvSource({
        "OF_ANOTHER_HOST, 'TLS: the certificate there is another host''s, not that of localhost'",
        "EXPIRED,         TLS: the certificate of localhost is out of date"
    })
    void whatIsWrongWithABelievedCertificateIsTold(ServerCertificate wrong, String told) throws Exception {
        assertThat(check(wrong, wrong.believed()).what()).isEqualTo(told);
    }

    private static AddressCheck.Report check(ServerCertificate certificate, SSLContext trust) throws Exception {
        try (FakeTunnel tunnel =
                FakeTunnel.start(certificate.shown()).by(head -> FakeTunnel.Answer.of(200, "", "ok"))) {
            PublicAddress address = new PublicAddress(tunnel.origin(), PublicAddress.Source.GIVEN);
            return AddressCheck.check(address, "nobody", trust, "12345");
        }
    }
}
