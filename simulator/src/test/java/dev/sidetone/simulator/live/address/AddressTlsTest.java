package dev.sidetone.simulator.live.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tunnels with certificates that Twilio would refuse. */
@Tag("side-by-side")
class AddressTlsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aCertificateThatNobodyIsTrustedForIsTold() throws Exception {
        Certificate own = Certificate.make(folder, "-ext", "SAN=dns:localhost");

        AddressCheck.Report report = check(own, SSLContext.getDefault());

        assertThat(report.what()).isEqualTo("TLS: no trusted authority signed the certificate of localhost");
        assertThat(report.cure()).contains("Twilio would refuse it too");
    }

    @ParameterizedTest
    @CsvSource({
        "SAN=dns:voice.example, -1d,  'TLS: the certificate there is another host''s, not that of localhost'",
        "SAN=dns:localhost,     -30d, TLS: the certificate of localhost is out of date"
    })
    void whatIsWrongWithABelievedCertificateIsTold(String names, String start, String told) throws Exception {
        Certificate wrong = Certificate.make(folder, "-ext", names, "-startdate", start, "-validity", "2");

        assertThat(check(wrong, wrong.believed()).what()).isEqualTo(told);
    }

    private static AddressCheck.Report check(Certificate certificate, SSLContext trust) throws Exception {
        try (FakeTunnel tunnel = FakeTunnel.start(certificate.own()).by(head -> FakeTunnel.Answer.of(200, "", "ok"))) {
            PublicAddress address = new PublicAddress(tunnel.origin(), PublicAddress.Source.GIVEN);
            return AddressCheck.check(address, "nobody", trust, "12345");
        }
    }
}
