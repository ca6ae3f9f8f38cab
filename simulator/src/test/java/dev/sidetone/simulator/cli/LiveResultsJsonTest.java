package dev.sidetone.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sidetone.simulator.live.LostCalls.LostCall;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.live.number.RestoreResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.MeasuredAt;
import dev.sidetone.simulator.timeline.Spool;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveResultsJsonTest {
    @Test
    void eachCallHasItsEndsItsStatusAndItsCostAndEachNumberItsFate() throws Exception {
        CallTimeline timeline = new CallTimeline("", Spool.NONE);
        timeline.add(new Fact.CallPlaced(
                0, "CA0", "+15550301", "+15550199", "https://a.example/", Instant.EPOCH, false, MeasuredAt.BRIDGE));
        timeline.add(new Fact.CallEnded(3_000_000_000L, null, "Twilio says busy"));
        LiveCallResult call = new LiveCallResult(
                "+15550301",
                "+15550199",
                true,
                "busy",
                timeline.close(3_000_000_000L),
                new LiveCall.Cost(0.011, 0.06, "EUR"));
        RestoreResult number = new RestoreResult(
                "+15550301", RestoreResult.Outcome.LEFT_ALONE, "+15550301 was set up anew.", "Before that it had x.");
        LostCall lost = new LostCall("CA1", "11205", "A call did not reach the bridge", "Start the tunnel.");

        String text = LiveResultsJson.text(List.of(call), List.of(number), List.of(lost));
        JsonNode json = new ObjectMapper().readTree(text);

        JsonNode first = json.get("calls").get(0);
        assertThat(first.get("from").asText()).isEqualTo("+15550301");
        assertThat(first.get("to").asText()).isEqualTo("+15550199");
        assertThat(first.get("direction").asText()).isEqualTo("outbound");
        assertThat(first.get("status").asText()).isEqualTo("busy");
        assertThat(first.get("cost").get("agent").decimalValue()).isEqualByComparingTo("0.06");
        assertThat(first.get("call").get("callSid").asText()).isEqualTo("CA0");
        assertThat(first.get("call").get("endedBy").isNull()).isTrue();
        assertThat(text).contains("\"estimatedCost\":{\"twilio\":0.0110,\"agent\":0.0600,\"currency\":\"EUR\"}");
        assertThat(json.get("numbers").toString())
                .isEqualTo("[{\"number\":\"+15550301\",\"outcome\":\"left-alone\","
                        + "\"what\":\"+15550301 was set up anew.\",\"cure\":\"Before that it had x.\"}]");
        assertThat(json.get("lostCalls").toString())
                .isEqualTo("[{\"callSid\":\"CA1\",\"code\":\"11205\","
                        + "\"what\":\"A call did not reach the bridge\",\"cure\":\"Start the tunnel.\"}]");
    }

    @Test
    void aNumberThatIsNotPutBackHasFailed() throws Exception {
        RestoreResult number = new RestoreResult(
                "+15550301", RestoreResult.Outcome.FAILED, "+15550301 is not put back: no answer.", "Set x by hand.");

        JsonNode json = new ObjectMapper().readTree(LiveResultsJson.text(List.of(), List.of(number), List.of()));

        assertThat(json.at("/numbers/0/outcome").asText()).isEqualTo("failed");
        assertThat(json.at("/numbers/0/what").asText()).isEqualTo("+15550301 is not put back: no answer.");
        assertThat(json.at("/numbers/0/cure").asText()).isEqualTo("Set x by hand.");
        assertThat(json.get("calls")).isEmpty();
    }
}
