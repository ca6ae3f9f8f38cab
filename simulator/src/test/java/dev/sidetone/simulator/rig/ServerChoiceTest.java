package dev.sidetone.simulator.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ServerChoiceTest {
    /** The window builds its calls to a server of one's own from this. */
    @Test
    void aServerOfWhichOnlyTheWebhookIsKnownIsDialledAsTheCommandDoes() {
        CallDescription call = new CallDescription.Builder()
                .server(ServerChoice.at(URI.create("http://localhost:3000/voice")))
                .build();

        CallPlan plan = call.plan(URI.create("http://127.0.0.1:1/voice"));

        assertThat(plan.detour().dialled(URI.create("wss://localhost:3000/media")))
                .isEqualTo(URI.create("ws://localhost:3000/media"));
        assertThat(plan.detour().dialled(URI.create("wss://abc.ngrok.app/media")))
                .isEqualTo(URI.create("ws://localhost:3000/media"));
    }
}
