package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.type.PhoneNumber;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.rest.RestSetup;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Twilio's own SDK sets up phone numbers, on a real loopback socket. */
@Timeout(240)
class RestNumbersTest {
    private final SocketRuntime web = SocketRuntime.start(NanoClock.system());
    private FakeTwilio line;
    private TwilioRestClient client;

    @BeforeEach
    void start() throws IOException {
        line = new FakeTwilio(text -> CompletableFuture.completedFuture(new byte[160]));
        line.serveRest(web, new RestSetup(0, CallPlan.TEST_ACCOUNT_SID, CallPlan.TEST_AUTH_TOKEN, Set.of()));
        URI url = Objects.requireNonNull(line.restUrl());
        client = PointedClient.to(url, CallPlan.TEST_ACCOUNT_SID, CallPlan.TEST_AUTH_TOKEN);
    }

    @AfterEach
    void stop() {
        line.close();
        web.close();
    }

    @Test
    void numbersAreBoughtSetUpAndFound() {
        IncomingPhoneNumber bought =
                IncomingPhoneNumber.creator(new PhoneNumber("+14155550123")).create(client);
        IncomingPhoneNumber.creator(new PhoneNumber("+14155550199")).create(client);

        IncomingPhoneNumber.updater(bought.getSid())
                .setVoiceUrl(URI.create("https://voice.example/incoming"))
                .setFriendlyName("reception")
                .update(client);

        IncomingPhoneNumber found = IncomingPhoneNumber.reader()
                .setPhoneNumber("+14155550123")
                .read(client)
                .iterator()
                .next();
        assertThat(found.getSid()).isEqualTo(bought.getSid());
        assertThat(found.getVoiceUrl()).isEqualTo(URI.create("https://voice.example/incoming"));
        assertThat(found.getFriendlyName()).isEqualTo("reception");
        assertThat(found.getVoiceMethod()).hasToString("POST");
        assertThat(found.getDateCreated()).isNotNull();
        assertThat(bought.getFriendlyName()).isEqualTo("(415) 555-0123");
    }
}
