package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.Fact;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The line stood still, and its timers run before its reads: no server is blamed for it. */
class LineStandstillTest {
    private final TestServer server = new TestServer();
    private final ManualLine line = new ManualLine().serving(server);

    @Test
    void aDocumentThatLayInTheSocketMeanwhileIsTaken() {
        line.thinking = Duration.ofSeconds(10);
        line.call(new TickingCaller(), Duration.ofMillis(9_900));
        line.timers.jump(Duration.ofSeconds(8).toNanos());
        line.pass(Duration.ofSeconds(1));
        assertThat(line.facts.findingCodes()).doesNotContain("11205", "11200");
        assertThat(line.facts.of(Fact.CallAnswered.class)).hasSize(1);
    }

    @Test
    void aServerThatIsReallyLateIsFoundAfterwards() {
        line.thinking = Duration.ofHours(1);
        line.call(new TickingCaller(), Duration.ofMillis(9_900));
        line.timers.jump(Duration.ofSeconds(8).toNanos());
        line.pass(Duration.ofSeconds(20));
        assertThat(line.facts.findingCodes()).isNotEmpty();
        assertThat(line.isOver()).isTrue();
    }
}
