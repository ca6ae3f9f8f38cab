package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.line.ReleaseCause;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.CallbackEvent;
import dev.sidetone.simulator.twilio.plan.NumberSetup;
import dev.sidetone.simulator.twilio.rest.OutboundCall;
import dev.sidetone.simulator.twilio.twiml.TwimlSource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call that a server placed, from the queue to its end, and what its status callback is told step by step. */
class OutboundCallTest {
    private static final URI STATUS = ManualLine.VOICE.resolve("/status");
    private static final URI FALLBACK = ManualLine.VOICE.resolve("/fallback");

    private final TestServer server = new TestServer().page("/status", 204, "text/plain", "");
    private final ManualLine line = new ManualLine().serving(server);
    private final TickingCaller person = new TickingCaller();

    @Test
    void everyStepIsToldInOrderAndTheUrlIsAskedWhenSomebodyPicksUp() {
        server.twiml("/voice", "<Response><Pause length='1'/></Response>");

        dial(wish("", null), picksUp());

        assertThat(told()).containsExactly("0 initiated", "1 ringing", "2 in-progress", "3 completed");
        assertThat(asked("/voice")).singleElement().asString().contains("CallStatus=in-progress");
        assertThat(asked("/status").get(3)).contains("CallDuration=1").doesNotContain("SipResponseCode");
    }

    @ParameterizedTest
    @CsvSource({"BUSY, busy, 486", "NO_ANSWER, no-answer, 487"})
    void whoDoesNotPickUpIsToldByTheLastStatusAndTheUrlIsNeverAsked(ReleaseCause ending, String status, String sip) {
        dial(wish("", null), Pickup.RingResult.none(ending));

        assertThat(told()).containsExactly("0 initiated", "1 ringing", "2 " + status);
        assertThat(asked("/status").get(2)).contains("SipResponseCode=" + sip, "CallDuration=0", "Duration=0");
        assertThat(asked("/voice")).isEmpty();
    }

    @Test
    void aNumberThatCannotBeReachedFailsWithoutRinging() {
        dial(wish("", null), Pickup.RingResult.none(ReleaseCause.FAILED));

        assertThat(told()).containsExactly("0 initiated", "1 failed");
        assertThat(asked("/status").get(1)).contains("SipResponseCode=404");
    }

    @Test
    void aCallThatIsHungUpWhileItRingsIsCanceled() {
        TwilioCall call = ring(wish("", null), picksUp());
        line.pass(Duration.ofMillis(300));

        call.hangUp(EndedBy.REST, "canceled");
        line.pass(Duration.ofSeconds(1));

        assertThat(told()).containsExactly("0 initiated", "1 ringing", "2 canceled");
        assertThat(asked("/status").get(2)).contains("SipResponseCode=487");
    }

    @Test
    void theTimeLimitCountsFromThePickUp() {
        server.twiml("/voice", "<Response><Pause length='60'/></Response>");

        TwilioCall call = dial(wish("", Duration.ofSeconds(2)), picksUp());

        assertThat(asked("/status").get(3)).contains("CallStatus=completed", "CallDuration=2");
        assertThat(outcome(call).by()).isEqualTo(EndedBy.TIMEOUT);
    }

    @Test
    void theFallbackIsAskedWhenTheUrlFails() {
        server.page("/voice", 500, "text/plain", "broken")
                .twiml("/fallback", "<Response><Pause length='1'/></Response>");

        dial(wish("", null), picksUp());

        assertThat(asked("/fallback")).singleElement().asString().contains("ErrorCode=11200", "ErrorUrl=");
        assertThat(told()).endsWith("3 completed");
    }

    @Test
    void keysAreHeardByWhoPicksUpBeforeTheUrlIsAsked() {
        server.twiml("/voice", "<Response><Pause length='1'/></Response>");

        ring(wish("w1#", null), picksUp());
        line.pass(Duration.ofMillis(1_700));

        assertThat(asked("/voice")).isEmpty();
        assertThat(person.heard).anyMatch(frame -> frame.code(10) != -1);
        line.pass(Duration.ofSeconds(3));
        assertThat(told()).containsExactly("0 initiated", "1 ringing", "2 in-progress", "3 completed");
    }

    private Pickup.RingResult picksUp() {
        return Pickup.RingResult.by(person, line.facts, placed -> {});
    }

    private static OutboundCall wish(String keys, @Nullable Duration limit) {
        TwimlSource first = new TwimlSource.Fetched(ManualLine.VOICE, "POST");
        return new OutboundCall("+14155550199", "+14155550100", first, Duration.ofSeconds(5), limit, keys, null, null);
    }

    private TwilioCall dial(OutboundCall wish, Pickup.RingResult answer) {
        TwilioCall call = ring(wish, answer);
        line.pass(Duration.ofSeconds(20));
        return call;
    }

    private TwilioCall ring(OutboundCall wish, Pickup.RingResult answer) {
        NumberSetup setup = NumberSetup.PLAIN
                .withCallback(STATUS, "POST", EnumSet.allOf(CallbackEvent.class))
                .fallingBackTo(FALLBACK);
        CallPlan plan = CallPlan.to(ManualLine.VOICE).outbound().having(setup).seeded(7);
        TwilioCall call = new TwilioCall(plan, answer.caller(), line.facts, line.loop, line, line.words);
        call.placeOutbound(Instant.EPOCH, wish, answer);
        return call;
    }

    private static CallOutcome outcome(TwilioCall call) {
        return call.outcome().toCompletableFuture().getNow(null);
    }

    private List<String> asked(String path) {
        return server.requests.stream()
                .filter(request -> request.path().equals(path))
                .map(request -> request.body())
                .toList();
    }

    private List<String> told() {
        return asked("/status").stream()
                .map(form -> form.replaceAll("(?:.*&)?SequenceNumber=(\\d+).*", "$1") + " "
                        + form.replaceAll("(?:.*&)?CallStatus=([a-z-]+).*", "$1"))
                .toList();
    }
}
