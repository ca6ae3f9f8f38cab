package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.Fact;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every message of a stream that carries no sound is on the timeline as it passed, both ways. */
class StreamMessagesTest {
    private static final String OWN_TEXT = "{\"event\":\"mark\",\"note\":\"not as Twilio wants it\"}";

    private final TestServer server = new TestServer().onStart(OWN_TEXT);
    private final ManualLine line = new ManualLine().serving(server);

    @Test
    void everyMessageIsThereInOrderWithTheServersNumbered() {
        line.call(
                new TickingCaller().at(4, phone -> phone.press('5')).at(8, phone -> phone.hangUp()),
                Duration.ofSeconds(1));

        List<Fact.MessagePassed> passed = line.facts.of(Fact.MessagePassed.class);
        assertThat(passed).extracting(Fact.MessagePassed::toAgent).containsExactly(true, true, false, true, true);
        assertThat(passed).extracting(Fact.MessagePassed::message).containsExactly(0L, 0L, 1L, 0L, 0L);
        assertThat(passed.get(0).text()).startsWith("{\"event\":\"connected\"");
        assertThat(passed.get(1).text()).startsWith("{\"event\":\"start\"");
        assertThat(passed.get(2).text()).isEqualTo(OWN_TEXT);
        assertThat(passed.get(3).text()).startsWith("{\"event\":\"dtmf\"");
        assertThat(passed.get(4).text()).startsWith("{\"event\":\"stop\"");
        assertThat(line.facts.findings()).extracting(Fact.Found::frame).contains(1L);
    }
}
