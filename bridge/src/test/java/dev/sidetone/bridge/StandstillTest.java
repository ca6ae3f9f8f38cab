package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bridge stood still and its timers run before its reads: nobody else is blamed, and no call ends for it. */
class StandstillTest {
    private static final long S = 1_000_000_000L;

    private final BridgeOnMemoryNetwork call = new BridgeOnMemoryNetwork();

    @Test
    void mediaThatLayInTheSocketMeanwhileKeepTheCall() {
        call.connect();
        call.callerSays("////");
        call.time.jump(55 * S / 10);
        call.callerSays("////");
        call.callerListensFor(10_000);
        assertThat(call.twilio.ends).isEmpty();
        assertThat(call.agent.ends).isEmpty();
        assertThat(call.facts)
                .anyMatch(fact -> fact.matches("stood still for 5\\d\\d\\d ms"))
                .doesNotContain("ended");
    }

    @Test
    void aTwilioThatIsGoneIsStillFoundAfterwards() {
        call.connect();
        call.callerSays("////");
        call.net.cut("bridge");
        call.time.jump(55 * S / 10);
        call.advanceMs(5_000);
        assertThat(call.facts).endsWith("ended");
    }

    @Test
    void anAgentWhoseLifeSignsLayInTheSocketIsNotGivenUp() {
        call.connect();
        for (int i = 0; i < 4; i++) {
            call.callerListensFor(4_000);
            call.time.jump(13 * S);
            call.agentSays("a", 20);
        }
        call.callerListensFor(4_000);
        assertThat(call.agent.ends).isEmpty();
        assertThat(call.facts).doesNotContain("ended");
    }

    @Test
    void anAgentThatBecameReadyMeanwhileIsNotCalledSilent() {
        call.startStream(call.token());
        call.time.jump(11 * S);
        call.agent.send("{'type':'session.created','session':{}}");
        call.agent.send("{'type':'session.updated','session':{}}");
        call.callerSays("////");
        call.callerListensFor(2_000);
        assertThat(call.facts).contains("ready").doesNotContain("failed silent-agent");
    }

    @Test
    void aStreamWhoseStartLayInTheSocketIsTaken() {
        String token = call.token();
        call.net.dial(URI.create("ws://bridge/media"), Map.of(), call.twilio);
        call.advanceMs(1);
        call.time.jump(6 * S);
        call.startStream(token);
        assertThat(call.twilio.ends).isEmpty();
    }
}
