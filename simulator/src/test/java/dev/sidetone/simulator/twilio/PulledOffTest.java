package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.twilio.twiml.TwimlSource;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call that is sent elsewhere from outside, whatever it does at that moment. */
class PulledOffTest {
    private static final TwimlSource NEXT = new TwimlSource.Fetched(URI.create("http://localhost:8080/next"), "POST");

    private final TestServer server = new TestServer();
    private final ManualLine line = new ManualLine().serving(server);
    private final TickingCaller caller = new TickingCaller();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Say>Long words</Say>",
                "<Pause length='60'/>",
                "<Gather timeout='60' action='/never' actionOnEmptyResult='true'><Say>Menu</Say></Gather>",
                "<Gather timeout='1' action='/never' actionOnEmptyResult='true'/>",
                "<Dial timeout='60' action='/never'>+15550480</Dial>",
                "<Dial action='/never'>+15550123</Dial>",
                "<Play digits='wwwwwwwwww1'/>"
            })
    void whatWasUnderWayIsNeitherHeardNorTakenUpAgain(String verb) {
        byte[] words = new byte[5 * LineFrame.RATE_HZ];
        Arrays.fill(words, (byte) 0x21);
        line.words = text -> CompletableFuture.completedFuture(words);
        server.twiml("/voice", "<Response><Say>Hello</Say>" + verb + "<Redirect>/never</Redirect></Response>");
        server.twiml("/next", "<Response><Pause length='90'/></Response>");
        line.call(caller, Duration.ofMillis(5_500));

        line.placed().redirect(NEXT);
        line.pass(Duration.ofMillis(50));
        int heard = caller.heard.size();
        line.pass(Duration.ofSeconds(80));

        assertThat(server.requests).extracting(request -> request.path()).containsExactly("/voice", "/next");
        assertThat(caller.heard.subList(heard, caller.heard.size())).allMatch(LineFrame.SILENCE::equals);
        assertThat(line.facts.of(Fact.CallEnded.class)).isEmpty();
        line.pass(Duration.ofSeconds(20));
        assertThat(line.outcome().by()).isEqualTo(EndedBy.SERVER);
    }

    @Test
    void aCallThatIsNotUpIsNotSentAnywhere() {
        line.call(caller, Duration.ZERO);

        line.placed().redirect(NEXT);
        line.pass(Duration.ofMillis(100));
        line.placed().hangUp(EndedBy.REST, "hung up by REST");
        line.pass(Duration.ofMillis(100));

        line.placed().redirect(NEXT);
        assertThat(server.requests).hasSize(1);
        assertThat(line.outcome().by()).isEqualTo(EndedBy.REST);
    }

    @Test
    void oneWayStreamsGoOn() {
        server.twiml(
                "/voice", "<Response><Start><Stream url='/media' name='ears'/></Start><Pause length='60'/></Response>");
        server.twiml("/next", "<Response><Pause length='1'/><Stop><Stream name='ears'/></Stop></Response>");
        line.call(caller, Duration.ofMillis(500));

        line.placed().redirect(NEXT);
        line.pass(Duration.ofMillis(500));
        assertThat(server.texts("\"event\":\"stop\"")).isEmpty();
        assertThat(server.texts("\"event\":\"media\"")).hasSizeGreaterThan(45);
        line.pass(Duration.ofSeconds(1));

        assertThat(server.texts("\"event\":\"stop\"")).hasSize(1);
        assertThat(line.outcome().by()).isEqualTo(EndedBy.SERVER);
    }
}
