package dev.sidetone.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FakeEndpointTest {
    private final PhoneClient client = new PhoneClient(AgentScript.practice());

    @Test
    void theSessionIsCreatedUnaskedWithTheDefaultsOfTheService() {
        client.dial();

        JsonNode session = client.only("session.created").json().path("session");
        assertThat(client.seen.get(0).json().path("event_id").asText()).isNotEmpty();
        assertThat(session.path("type").asText()).isEqualTo("realtime");
        assertThat(session.path("object").asText()).isEqualTo("realtime.session");
        assertThat(session.path("id").asText()).startsWith("sess_");
        assertThat(session.path("model").asText()).isEqualTo("gpt-realtime");
        assertThat(session.path("expires_at").asLong()).isEqualTo(1_790_000_000);
        assertThat(session.at("/audio/input/format").toString()).isEqualTo("{\"type\":\"audio/pcm\",\"rate\":24000}");
        assertThat(session.at("/audio/output/format/rate").asInt()).isEqualTo(24_000);
        assertThat(session.at("/audio/output/voice").asText()).isEqualTo("alloy");
        assertThat(session.at("/audio/input/turn_detection/type").asText()).isEqualTo("server_vad");
        assertThat(session.at("/audio/input/turn_detection/silence_duration_ms").asInt())
                .isEqualTo(500);
        assertThat(session.at("/audio/input/turn_detection/interrupt_response").asBoolean())
                .isTrue();
    }

    @Test
    void theModelIsTheOneOfTheQueryAndOtherQueryIsIgnored() {
        client.dial("/v1/realtime?temperature=0.8&model=gpt-realtime-mini&x", Map.of("authorization", "Bearer k"));

        assertThat(client.only("session.created").text("/session/model")).isEqualTo("gpt-realtime-mini");
    }

    @Test
    void anotherPathIsNotFound() {
        client.dial("/v1/other", Map.of("Authorization", "Bearer k"));

        assertThat(client.failed).startsWith("404");
    }

    @Test
    void noKeyIsRefusedBeforeTheUpgrade() {
        client.dial("/v1/realtime", Map.of());

        assertThat(client.failed).startsWith("401");
    }

    @Test
    void anEmptyKeyIsNoKey() {
        client.dial("/v1/realtime", Map.of("Authorization", "Bearer "));

        assertThat(client.failed).startsWith("401");
    }

    @Test
    void aWrongKeyIsLetInAndThenClosedWith3000() {
        client.dial("/v1/realtime", Map.of("Authorization", "Bearer bad"));

        assertThat(client.failed).isEmpty();
        assertThat(client.closed).isEqualTo("3000 invalid_request_error.invalid_api_key");
        assertThat(client.seen).isEmpty();
    }

    @Test
    void theBetaHeaderIsToldThatTheBetaIsGoneAndClosedWith4000() {
        client.dial("/v1/realtime", Map.of("Authorization", "Bearer k", "OpenAI-Beta", "realtime=v1"));

        assertThat(client.only("error").text("/error/code")).isEqualTo("beta_api_shape_disabled");
        assertThat(client.closed).startsWith("4000 ");
        assertThat(client.types()).containsExactly("error");
    }

    @Test
    void overHttpThereIsNothing() {
        List<Integer> statuses = new ArrayList<>();
        for (String path : List.of("/", "/v1/realtime")) {
            client.net.request("GET", URI.create("http://agent:80" + path), Map.of(), "", response -> {
                if (response != null) {
                    statuses.add(response.status());
                }
            });
        }
        client.pass(20);

        assertThat(statuses).containsExactly(404, 426);
    }

    @Test
    void aSessionEndsAfterAnHour() {
        client.dial();
        client.pass(60 * 60_000 - 100);
        assertThat(client.closed).isEmpty();

        client.pass(200);

        assertThat(client.only("error").text("/error/code")).isEqualTo("session_expired");
        assertThat(client.closed).startsWith("1001 ");
    }

    @Test
    void everySessionHasItsOwnLogAndItsOwnNames() {
        assertThatThrownBy(client.agent::log).isInstanceOf(IllegalStateException.class);

        client.dial();
        client.dial();

        assertThat(client.agent.logs()).hasSize(2);
        assertThat(client.all("session.created").get(0).text("/session/id"))
                .isNotEqualTo(client.all("session.created").get(1).text("/session/id"));
    }
}
