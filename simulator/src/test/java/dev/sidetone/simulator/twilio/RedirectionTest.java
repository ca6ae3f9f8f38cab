package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.twilio.twiml.TwimlSource;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A call that is sent elsewhere from outside, in manual time. */
class RedirectionTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TestServer server = new TestServer();
    private final ManualLine line = new ManualLine().serving(server);
    private final TickingCaller caller = new TickingCaller();

    @Test
    void theStreamStopsAndClosesBeforeTheNewDocumentIsAskedFor() {
        server.page("/next", 200, "text/xml", "<Response><Pause length='2'/></Response>");
        line.call(caller, SECOND);

        line.placed().redirect(new TwimlSource.Fetched(URI.create("http://localhost:8080/next"), "POST"));
        line.pass(SECOND);

        assertThat(server.texts.get(server.texts.size() - 1)).contains("\"event\":\"stop\"");
        assertThat(server.closes).containsExactly(1000);
        assertThat(server.requests.get(1).path()).isEqualTo("/next");
        assertThat(server.requests.get(1).body()).contains("CallStatus=in-progress");
        assertThat(line.placed().isUp()).isTrue();
        line.pass(Duration.ofSeconds(2));
        assertThat(line.outcome().by()).isEqualTo(EndedBy.SERVER);
        assertThat(line.facts.of(Fact.WebhookAnswered.class)).hasSize(1);
        assertThat(caller.answered).isEqualTo(1);
    }

    @Test
    void theOldDocumentNeverGoesOn() {
        server.twiml(
                "/voice",
                "<Response><Connect action='/after'><Stream url='/media'/></Connect><Pause length='60'/></Response>");
        line.call(caller, SECOND);

        line.placed().redirect(new TwimlSource.Inline("<Response><Pause length='1'/></Response>"));
        line.pass(Duration.ofSeconds(3));

        assertThat(line.outcome().by()).isEqualTo(EndedBy.SERVER);
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void wordsThatWereBeingSpokenAreHeardNoMore() {
        server.twiml("/voice", "<Response><Say loop='0'>on and on</Say></Response>");
        line.call(caller, SECOND);

        line.placed().redirect(new TwimlSource.Inline("<Response><Pause length='1'/></Response>"));
        line.pass(Duration.ofSeconds(2));

        assertThat(line.outcome().why()).isEqualTo("the TwiML ended");
    }

    @Test
    void aSecondRedirectWhileTheStreamClosesIsTheOneThatCounts() {
        line.call(caller, SECOND);

        line.placed().redirect(new TwimlSource.Inline("<Response><Hangup/></Response>"));
        line.placed().redirect(new TwimlSource.Inline("<Response><Pause length='60'/></Response>"));
        line.pass(SECOND);

        assertThat(line.placed().isUp()).isTrue();
    }

    @Test
    void aCallThatHungUpMeanwhileStaysSo() {
        line.call(caller, SECOND);

        line.placed().redirect(new TwimlSource.Inline("<Response><Pause length='60'/></Response>"));
        line.placed().hangUp(EndedBy.REST, "enough");
        line.pass(SECOND);

        assertThat(line.outcome().by()).isEqualTo(EndedBy.REST);
    }

    @Test
    void aStreamCanFollowAStream() {
        line.call(caller, SECOND);

        line.placed()
                .redirect(new TwimlSource.Inline(
                        "<Response><Connect><Stream url='ws://localhost:8080/two'/>" + "</Connect></Response>"));
        line.pass(SECOND);

        assertThat(server.upgrades).hasSize(2);
        assertThat(server.upgrades.get(1).path()).isEqualTo("/two");
        assertThat(line.facts.findings()).isEmpty();
    }

    @Test
    void twimlThatIsNoneEndsTheCallWithTwiliosNumber() {
        line.call(caller, SECOND);

        line.placed().redirect(new TwimlSource.Inline("hang up, please"));
        line.pass(SECOND);

        assertThat(line.facts.findingCodes()).containsExactly("12100");
        assertThat(line.outcome().by()).isEqualTo(EndedBy.FAULT);
    }
}
