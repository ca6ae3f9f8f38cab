package dev.sidetone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class CheckCallTest {
    private static final String TURN = "{\"ttfaMs\":705.2,\"judged\":true}";
    private static final String YIELDED = "{\"clearMs\":64.0,\"yielded\":true}";
    private static final String KEY = "{\"digit\":\"5\",\"atMs\":11000.0}";

    @Test
    void aWholeDemoCallIsAccepted() throws Exception {
        assertThat(CheckCall.demo(call(TURN + "," + TURN, YIELDED, KEY, ""))).isEmpty();
    }

    @Test
    void eachPartThatIsMissingFromADemoCallIsNamed() throws Exception {
        String unjudged = "{\"ttfaMs\":705.2,\"judged\":false}";
        assertThat(CheckCall.demo(call(TURN + "," + unjudged, YIELDED, KEY, "")))
                .singleElement()
                .asString()
                .startsWith("fewer than 2 judged turns");
        String withoutClear = "{\"clearMs\":null,\"yielded\":true}";
        assertThat(CheckCall.demo(call(TURN + "," + TURN, withoutClear, "", "{\"code\":\"31951\"}")))
                .hasSize(3);
        assertThat(CheckCall.demo(new ObjectMapper().readTree("{}"))).hasSize(4);
    }

    @Test
    void aCallThroughTheMicrophoneNeedsATurnThatWasAnswered() throws Exception {
        assertThat(CheckCall.microphone(call(TURN, "", "", ""))).isEmpty();
        assertThat(CheckCall.microphone(call("{\"ttfaMs\":null,\"judged\":false}", "", "", "")))
                .hasSize(1);
    }

    private static JsonNode call(String turns, String bargeIns, String keys, String findings)
            throws JsonProcessingException {
        String json = "{\"turns\":[%s],\"bargeIns\":[%s],\"dtmf\":[%s],\"findings\":[%s]}";
        return new ObjectMapper().readTree(json.formatted(turns, bargeIns, keys, findings));
    }
}
