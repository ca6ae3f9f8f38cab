package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.twilio.rest.CallControl;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told to who watches a bridge from beside its calls. */
class BridgeListenerTest {
    private final BridgeOnMemoryNetwork call =
            new BridgeOnMemoryNetwork(CallPolicy.defaults().withMostCalls(1), CallControl.none());

    @Test
    void aCallIsToldFromItsFirstRingToItsLastCallback() {
        call.post("/voice", "From=%2B15550100&CallSid=" + BridgeOnMemoryNetwork.SID, Map.of());
        call.connect();
        call.stop();
        call.afterStream();
        call.post("/call-status", "CallStatus=completed&CallSid=" + BridgeOnMemoryNetwork.SID, Map.of());
        call.post("/stream-status", "StreamEvent=stream-stopped&CallSid=" + BridgeOnMemoryNetwork.SID, Map.of());
        assertThat(call.watched)
                .filteredOn(line -> !line.startsWith("heard"))
                .containsExactly(
                        "asked INBOUND http://bridge/voice from +15550100",
                        "asked INBOUND http://bridge/voice from ",
                        "over null: Twilio stopped the stream",
                        "ended " + BridgeOnMemoryNetwork.SID + " CALLER_LEFT",
                        "asked AFTER_STREAM http://bridge/after-stream from ",
                        "call " + BridgeOnMemoryNetwork.SID + " completed",
                        "stream stream-stopped");
    }

    @Test
    void aTapHearsBothSidesOfTheStreamAndNotItsToken() {
        call.connect();
        call.watched.clear();
        call.callerSays("AAAA");
        call.agentSays("i1", 20);
        call.markComesBack("s1");
        call.agentSays("i1", 20);
        call.agentHearsTheCaller();
        call.stop();
        assertThat(call.watched)
                .extracting(line -> line.replaceAll("(\\w+) \\{\"event\":\"(\\w+)\".*", "$1 $2"))
                .startsWith("heard media", "sent media", "sent mark", "heard mark", "sent media", "sent mark")
                .contains("sent clear", "heard stop");
    }

    @Test
    void theStartIsToldWithoutItsToken() {
        String token = call.token();
        call.startStream(token);
        assertThat(call.watched).anyMatch(line -> line.startsWith("heard {\"event\":\"start\""));
        assertThat(call.watched).noneMatch(line -> line.contains(token));
    }

    @Test
    void everyRefusalIsToldWithItsReason() {
        String token = call.token();
        call.post("/voice", "CallSid=CA2", Map.of());
        call.post("/voice", "CallSid=CA1", Map.of("X-Twilio-Signature", "wrong"));
        call.startStream("0000", "MZ2", new FakeConnection());
        call.startStream(token);
        call.startStream(token, "MZ3", new FakeConnection());
        assertThat(call.watched)
                .filteredOn(line -> line.startsWith("refused"))
                .containsExactly(
                        "refused BUSY at /voice CA2",
                        "refused SIGNATURE at /voice ",
                        "refused TOKEN at /media " + BridgeOnMemoryNetwork.SID,
                        "refused USED_TOKEN at /media " + BridgeOnMemoryNetwork.SID);
    }
}
