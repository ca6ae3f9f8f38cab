package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.EndedBy;
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
    void anAnswerToTheHandshakeThatLayInTheSocketMeanwhileOpensTheStream() {
        line.handshakeTakes = Duration.ofMillis(4_950);
        line.call(new TickingCaller(), Duration.ofMillis(4_500));
        line.timers.jump(Duration.ofMillis(1_500).toNanos());
        line.pass(Duration.ofSeconds(1));
        assertThat(line.facts.findingCodes()).doesNotContain("31901");
        assertThat(line.facts.of(Fact.StreamStarted.class)).hasSize(1);
    }

    @Test
    void aServerThatNeverShakesHandsIsFoundAfterTheStandstill() {
        line.shakesNoHands = true;
        line.call(new TickingCaller(), Duration.ofMillis(4_500));
        line.timers.jump(Duration.ofMillis(1_500).toNanos());
        line.pass(Duration.ofMillis(400));
        assertThat(line.facts.findingCodes()).doesNotContain("31901");
        line.pass(Duration.ofSeconds(3));
        assertThat(line.facts.findingCodes()).contains("31901");
    }

    @Test
    void aCloseThatLayInTheSocketMeanwhileIsTheServers() {
        line.call(new TickingCaller(), Duration.ofMillis(100));
        line.closingTakes = Duration.ofMillis(4_950);
        line.placed().hangUp(EndedBy.CALLER, "bye");
        line.pass(Duration.ofMillis(4_500));
        line.timers.jump(Duration.ofMillis(1_500).toNanos());
        line.pass(Duration.ofSeconds(1));
        assertThat(line.facts.findingCodes()).doesNotContain("server-left-open");
        assertThat(line.isOver()).isTrue();
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
