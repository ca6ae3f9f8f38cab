package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Both sockets of a call are closed soon after either side's end, whether that was reported or not. */
class TeardownTest {
    private final BridgeOnMemoryNetwork call = new BridgeOnMemoryNetwork();

    @Test
    void aStopClosesBothSocketsAtOnce() {
        call.connect();
        call.stop();
        call.advanceMs(1);
        assertThat(call.twilio.ends).containsExactly("closed 1000 Twilio stopped the stream");
        assertThat(call.agent.ends).containsExactly("closed 1000 the call is over");
    }

    @Test
    void anAgentThatClosesClosesTwiliosSide() {
        call.connect();
        call.agent.close(1000);
        call.advanceMs(1);
        assertThat(call.twilio.ends).containsExactly("closed 1000 agent-died");
    }

    @Test
    void aTwilioThatIsGoneWithoutAWordIsGivenUpWithinFiveSecondsOfItsLastMedia() {
        call.connect();
        call.callerSays("////");
        call.net.cut("bridge");
        call.advanceMs(4_490);
        assertThat(call.agent.ends).isEmpty();
        call.advanceMs(500);
        assertThat(call.agent.ends).containsExactly("closed 1000 the call is over");
        assertThat(call.facts).endsWith("ended");
    }

    @Test
    void aStreamWithoutMediaIsClosedWhateverElseItSends() {
        call.connect();
        for (int i = 0; i < 10; i++) {
            call.markComesBack("never-ours");
            call.advanceMs(500);
        }
        assertThat(call.twilio.ends).containsExactly("closed 1000 no media for 4500 ms");
        assertThat(call.agent.ends).hasSize(1);
    }

    @Test
    void aSocketThatNeverStartsAStreamIsClosed() {
        call.net.dial(URI.create("ws://bridge/media"), Map.of(), call.twilio);
        call.advanceMs(1);
        call.twilio.send("{'event':'connected','protocol':'Call','version':'1.0.0'}");
        call.advanceMs(5_000);
        assertThat(call.twilio.ends).containsExactly("closed 1001 no start");
    }

    @Test
    void anAgentThatIsGoneWithoutAWordIsGivenUpWithinFifteenSeconds() {
        call.connect();
        call.net.cut("agent");
        call.callerListensFor(11_000);
        assertThat(call.twilio.ends).isEmpty();
        call.callerListensFor(4_000);
        assertThat(call.facts).contains("failed agent-died");
        assertThat(call.twilio.ends).hasSize(1);
        assertThat(call.afterStream()).contains("<Say>We are sorry");
    }

    @Test
    void anAgentThatAnswersPingsMayBeSilentForAsLongAsItLikes() {
        call.connect();
        call.callerListensFor(120_000);
        assertThat(call.agent.ends).isEmpty();
        assertThat(call.twilio.ends).isEmpty();
    }

    @Test
    void aCallThatTwilioReportsCompletedEndsAlthoughItsStreamHangs() {
        call.connect();
        assertThat(call.post("/call-status", "CallStatus=ringing&CallSid=" + BridgeOnMemoryNetwork.SID, Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(call.agent.ends).isEmpty();
        call.post(
                "/call-status", "CallStatus=completed&CallDuration=49&CallSid=" + BridgeOnMemoryNetwork.SID, Map.of());
        call.advanceMs(1);
        assertThat(call.agent.ends).hasSize(1);
        assertThat(call.twilio.ends).containsExactly("closed 1000 Twilio reports that the call is completed");
    }

    @Test
    void aStreamThatTwilioReportsBrokenEndsAndAnEarlierOnesEndIsNoNews() {
        call.connect();
        streamStatus("MZ-earlier", "stream-stopped");
        streamStatus(BridgeOnMemoryNetwork.STREAM, "stream-started");
        streamStatus("", "something-new");
        assertThat(call.agent.ends).isEmpty();
        streamStatus(BridgeOnMemoryNetwork.STREAM, "stream-error");
        assertThat(call.agent.ends).hasSize(1);
        assertThat(call.twilio.ends).hasSize(1);
        assertThat(call.afterStream()).contains("<Say>We are sorry");
    }

    @Test
    void aCallThatEndedBeforeItsStreamCameMayNotBeTakenUp() {
        String token = call.token();
        call.post("/call-status", "CallStatus=canceled&CallSid=" + BridgeOnMemoryNetwork.SID, Map.of());
        call.startStream(token);
        call.advanceMs(1);
        assertThat(call.twilio.ends).containsExactly("closed 1008 wrong token");
    }

    private void streamStatus(String stream, String event) {
        int status = call.post(
                        "/stream-status",
                        "StreamSid=" + stream + "&StreamEvent=" + event + "&CallSid=" + BridgeOnMemoryNetwork.SID
                                + "&StreamError=Stream+signal+error%0A31924",
                        Map.of())
                .status();
        assertThat(status).isEqualTo(204);
        call.advanceMs(1);
    }
}
