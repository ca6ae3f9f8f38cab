package dev.sidetone.bridge.twilio.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the requests of Twilio's SDK go. */
class RestEndpointTest {
    @ParameterizedTest
    @CsvSource({
        "https://api.twilio.com, https://api.twilio.com/2010-04-01/Accounts, https://api.twilio.com/2010-04-01/Accounts",
        "https://api.twilio.com, https://monitor.twilio.com/v1/Alerts?PageSize=2, https://monitor.twilio.com/v1/Alerts?PageSize=2",
        "https://api.dublin.ie1.twilio.com, https://api.twilio.com/x, https://api.dublin.ie1.twilio.com/x",
        "https://api.dublin.ie1.twilio.com, https://monitor.twilio.com/x, https://monitor.dublin.ie1.twilio.com/x",
    })
    void atTwilioEachProductKeepsItsHost(URI api, URI sdks, URI gone) {
        assertThat(new RestEndpoint(api).of(sdks)).isEqualTo(gone);
    }

    @ParameterizedTest
    @CsvSource({
        "https://localhost:8443, https://monitor.twilio.com/v1/Alerts?a=%2B1, https://localhost:8443/v1/Alerts?a=%2B1",
        "http://127.0.0.1:80, https://api.twilio.com/x, http://127.0.0.1:80/x",
        "https://api.twilio.com.example, https://monitor.twilio.com/x, https://api.twilio.com.example/x",
    })
    void elsewhereOneHostStandsForAll(URI api, URI sdks, URI gone) {
        assertThat(new RestEndpoint(api).of(sdks)).isEqualTo(gone);
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example/2010-04-01/x", "https://twilio.com.evil.example/x"})
    void credentialsForTwilioNeverGoAnywhereElse(URI link) {
        assertThat(new RestEndpoint(URI.create("https://api.twilio.com"))
                        .of(link)
                        .getHost())
                .isEqualTo("api.twilio.com");
    }
}
