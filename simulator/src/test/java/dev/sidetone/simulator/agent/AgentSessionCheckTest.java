package dev.sidetone.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.findings.AgentSessionCheck;
import dev.sidetone.simulator.findings.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentSessionCheckTest {
    private static final long S = 1_000_000_000L;

    private final AgentLog log = new AgentLog();
    private final AgentSessionCheck watch = new AgentSessionCheck(log);

    @Test
    void aToolWithoutAResultIsToldOnce() {
        log.heardFrom(0);
        log.toolCalled("call_1", "book_table", "{}", 0);
        log.heardFrom(9 * S);
        assertThat(codes(9 * S)).isEmpty();
        assertThat(codes(11 * S)).containsExactly("tool-without-result");
        assertThat(codes(12 * S)).isEmpty();
    }

    @Test
    void aToolWithItsResultIsAsItShouldBe() {
        log.heardFrom(0);
        log.toolCalled("call_1", "book_table", "{}", 0);
        log.resulted("call_1", "{}", true, 2 * S);
        log.heardFrom(11 * S);
        assertThat(codes(12 * S)).isEmpty();
    }

    @Test
    void anOrderExpectsNoResult() {
        log.heardFrom(10 * S);
        log.toolCalled("", "transfer_to_human", "{}", 0);
        assertThat(codes(12 * S)).isEmpty();
    }

    @Test
    void aSocketThatIsOpenWithoutAWordIsToldOnce() {
        log.heardFrom(5 * S);
        assertThat(codes(19 * S)).isEmpty();
        assertThat(codes(20 * S)).containsExactly("agent-left-open");
        assertThat(codes(40 * S)).isEmpty();
    }

    @Test
    void aSocketThatWasClosedIsNobodysMeter() {
        log.heardFrom(5 * S);
        log.toolCalled("call_1", "book_table", "{}", 5 * S);
        log.closed();
        assertThat(codes(40 * S)).isEmpty();
    }

    @Test
    void whoCameAndWentIsNotedByTheAgentItself() {
        PhoneClient client = new PhoneClient(AgentScript.practice());
        client.dial();
        assertThat(client.agent.log().openSinceHeardNs()).isNotNull();
        client.pass(60 * 60_000 + 200);
        assertThat(client.closed).isNotEmpty();
        assertThat(client.agent.log().openSinceHeardNs()).isNull();
    }

    private List<String> codes(long nowNs) {
        return watch.check(nowNs).stream().map(Finding::code).toList();
    }
}
