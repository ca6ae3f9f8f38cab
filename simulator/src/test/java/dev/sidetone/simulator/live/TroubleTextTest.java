package dev.sidetone.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.live.address.NoPublicAddress;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import org.junit.jupiter.api.Test;

/** Problems become a sentence, and so do their cures. */
class TroubleTextTest {
    @Test
    void aColonInTheCureOfAnAddressSplitsNothing() {
        String what = "a proxy drops WebSocket upgrades: /health is fine, the upgrade hangs";
        String cure = "let it pass WebSockets on (nginx: proxy_http_version 1.1; Cloudflare: Network, WebSockets)";

        assertThat(TroubleText.of(new NoPublicAddress(what, cure)))
                .isEqualTo(new Trouble(
                        "A proxy drops WebSocket upgrades: /health is fine, the upgrade hangs.",
                        "Let it pass WebSockets on (nginx: proxy_http_version 1.1; Cloudflare: Network, WebSockets)."));
    }

    @Test
    void aMessageOfTheCommandLineIsSplitAtItsColon() {
        assertThat(TroubleText.of(new CannotRun("port 8080 is taken: choose another --port")))
                .isEqualTo(new Trouble("Port 8080 is taken.", "Choose another --port."));
    }

    @Test
    void aColonWithinAnAddressIsNotTheOneAtWhichAMessageIsSplit() {
        assertThat(TroubleText.of(
                        new WrongSetting("--public-url localhost:8080 is not public: write https://a.example")))
                .isEqualTo(new Trouble("--public-url localhost:8080 is not public.", "Write https://a.example."));
    }

    @Test
    void anyOtherExceptionIsAFaultInsideSidetone() {
        assertThat(TroubleText.of(new IllegalStateException("broken")).what()).contains("inside Sidetone", "broken");
    }

    @Test
    void aHostAtTheBeginningKeepsItsLettersAndItsColons() {
        assertThat(TroubleText.of(new NoPublicAddress("voice.example.com does not answer in time", "start it anew")))
                .isEqualTo(new Trouble("voice.example.com does not answer in time.", "Start it anew."));
        assertThat(TroubleText.of(new NoPublicAddress("[::1]:8443 speaks no TLS on that port", "curl it"))
                        .what())
                .isEqualTo("[::1]:8443 speaks no TLS on that port.");
        assertThat(TroubleText.of(
                                new NoPublicAddress("localhost ends the connection", "--public-url https://a.example"))
                        .cure())
                .isEqualTo("--public-url https://a.example.");
    }
}
