package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.twilio.rest.CallControl;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long a call may be. */
class CallLengthTest {
    private static final int LONGEST_S = 60;

    private final BridgeOnMemoryNetwork call = new BridgeOnMemoryNetwork(
            CallPolicy.defaults().withLongest(Duration.ofSeconds(LONGEST_S)).withHumanNumber("+15550111"),
            CallControl.none());

    @Test
    void aCallThatLastsAsLongAsItMayIsToldGoodBye() {
        call.connect();
        call.callerListensFor((LONGEST_S - 1) * 1_000L);
        assertThat(call.twilio.ends).isEmpty();
        call.callerListensFor(2_000);
        assertThat(call.twilio.ends).hasSize(1).first().asString().startsWith("closed 1000");
        assertThat(call.agent.ends).hasSize(1);
        assertThat(call.afterStream())
                .contains("<Say>This call has lasted as long as it may.")
                .contains("<Hangup/>");
        assertThat(metrics()).contains("sidetone_calls_too_long_total 1");
    }

    @Test
    void aCallThatEndsEarlierIsNotCountedAsTooLong() {
        call.connect();
        call.stop();
        call.advanceMs(LONGEST_S * 2_000L);
        assertThat(metrics()).contains("sidetone_calls_too_long_total 0");
    }

    @Test
    void whoeverIsPutThroughMayTalkAsLongAsThatToo() {
        call.connect();
        call.running().transfer(null, "the test wants it");
        call.callerListensFor(5_000);
        assertThat(call.afterStream()).contains("<Dial timeLimit=\"60\">+15550111</Dial>");
    }

    private String metrics() {
        return call.post("/metrics", "", Map.of()).body();
    }
}
