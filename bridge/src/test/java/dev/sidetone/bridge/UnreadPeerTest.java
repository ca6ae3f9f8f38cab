package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

/** A peer that reads nothing gets a bounded queue; then its call ends, by the bridge's own limit and by name. */
class UnreadPeerTest {
    private static final int MINUTE_MS = 60_000;

    private final BridgeOnMemoryNetwork call = new BridgeOnMemoryNetwork();

    @Test
    void aTwilioThatDoesNotReadEndsTheCallBeforeAnyOfTheAnswerIsLeftOut() {
        call.connect();
        call.net.stopReadingFrom("bridge");
        call.agentSays("a", MINUTE_MS);
        call.advanceMs(1);
        assertThat(call.facts).doesNotContain("ended");
        call.agentSays("a", MINUTE_MS);
        call.advanceMs(1);
        assertThat(call.facts)
                .endsWith(
                        "limit: the bridge closed the connection to Twilio by its own limit: the other end does not read: "
                                + "the 1 MiB that are held for it here were full, and there was no stop",
                        "ended");
        assertThat(call.watched).anyMatch(line -> line.startsWith("over 1008 by us: the bridge closed"));
        assertThat(call.agent.ends).containsExactly("closed 1000 the call is over");
    }

    @Test
    void anAgentThatDoesNotReadFailsByTheBridgesLimitAndDidNotClose() {
        call.connect();
        call.net.stopReadingAt("agent");
        String second = Base64.getEncoder().encodeToString(new byte[8_000]);
        for (int i = 0; i < 99 && !call.facts.contains("ended"); i++) {
            call.callerSays(second);
        }
        assertThat(call.facts).endsWith("failed agent-not-reading", "ended");
        assertThat(call.twilio.ends).containsExactly("closed 1000 agent-not-reading");
    }

    @Test
    void anAnswerThatIsReadMayBeLongerThanWhatMayBeUnread() {
        call.connect();
        for (int i = 0; i < 5; i++) {
            call.agentSays("a", MINUTE_MS);
        }
        call.advanceMs(1);
        assertThat(call.twilio.ofKind("media")).hasSize(5);
        assertThat(call.facts).doesNotContain("ended");
    }
}
