package dev.sidetone.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.bridge.twilio.rest.RestCallControl;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The settings of a bridge on its own, by the names that the vendors' guides use. */
class BridgeSettingsTest {
    @Test
    void thePublicAddressIsTheFlagsBeforeTheServersUrlBeforeTheHosts() throws WrongSetting {
        Map<String, String> both = Map.of("SERVER_URL", "https://server.example/", "PUBLIC_HOST", "host.example");
        assertThat(told(both).origin("https://flag.example")).isEqualTo("https://flag.example");
        assertThat(told(both).origin(null)).isEqualTo("https://server.example");
        assertThat(told(Map.of("PUBLIC_HOST", "host.example")).origin(null)).isEqualTo("https://host.example");
        assertThat(told(Map.of("HOSTNAME", "shell")).origin(null)).isNull();
    }

    @Test
    void anAddressThatIsNoneIsNamed() {
        assertThatThrownBy(() ->
                        told(Map.of("PUBLIC_HOST", "https://host.example")).origin(null))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("PUBLIC_HOST")
                .hasMessageContaining("write it as example.com");
    }

    @Test
    void aPublicAddressNeedsATokenThatNobodyKnows() throws WrongSetting {
        assertThatThrownBy(() -> told(Map.of()).authToken("https://host.example", "127.0.0.1"))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("TWILIO_AUTH_TOKEN");
        assertThat(told(Map.of("TWILIO_AUTH_TOKEN", "secret")).authToken("https://host.example", "127.0.0.1"))
                .isEqualTo("secret");
        assertThat(told(Map.of()).authToken(null, "127.0.0.1")).isNotEmpty();
        assertThatThrownBy(() -> told(Map.of()).authToken(null, "0.0.0.0")).hasMessageContaining("TWILIO_AUTH_TOKEN");
    }

    @Test
    void loopsAreAsManyAsAreAskedForOrOneForEachCore() throws WrongSetting {
        assertThat(BridgeSettings.loops(null)).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(BridgeSettings.loops(3)).isEqualTo(3);
        for (int wrong : new int[] {0, -1, 257}) {
            assertThatThrownBy(() -> BridgeSettings.loops(wrong))
                    .isInstanceOf(WrongSetting.class)
                    .hasMessage(
                            "--loops " + wrong + " cannot be: write 1 to 256; more than there are cores gain nothing");
        }
    }

    @Test
    void pagesAreLetInOnlyWhereThisMachineAloneReachesTheBridge() throws WrongSetting {
        List<String> pages = List.of("http://localhost:5173");
        BridgeSettings.checkPages(pages, null, "127.0.0.1");
        BridgeSettings.checkPages(List.of(), "https://host.example", "0.0.0.0");
        assertThatThrownBy(() -> BridgeSettings.checkPages(pages, null, "0.0.0.0"))
                .isInstanceOf(WrongSetting.class)
                .hasMessageEndingWith("leave out --listen 0.0.0.0");
        assertThatThrownBy(() -> BridgeSettings.checkPages(pages, "https://host.example", "127.0.0.1"))
                .isInstanceOf(WrongSetting.class)
                .hasMessageEndingWith("leave out the public address https://host.example");
    }

    @Test
    void callsAreControlledWithBothCredentialsOnly() throws Exception {
        assertThat(told(Map.of("TWILIO_ACCOUNT_SID", "AC1")).control()).isNotInstanceOf(RestCallControl.class);
        assertThat(told(Map.of("TWILIO_ACCOUNT_SID", "AC1", "TWILIO_AUTH_TOKEN", "t"))
                        .control())
                .isInstanceOf(RestCallControl.class);
    }

    @Test
    void credentialsDoNotLeaveThisMachineInTheClear() {
        assertThatThrownBy(() -> told(Map.of(
                                "TWILIO_ACCOUNT_SID", "AC1",
                                "TWILIO_AUTH_TOKEN", "t",
                                "TWILIO_API_URL", "http://api.example"))
                        .control())
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("must be https");
    }

    private static BridgeSettings told(Map<String, String> environment) throws WrongSetting {
        return new BridgeSettings(Settings.read(Path.of("there-is-no-such-file"), environment));
    }
}
