package dev.sidetone.simulator.live.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.BridgeListener;
import dev.sidetone.bridge.call.StreamEnding;
import dev.sidetone.bridge.twilio.WebhookFields;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallEndDetectorTest {
    private static final long S = 1_000_000_000L;

    private final CallEndDetector end = new CallEndDetector(0);

    @Test
    void aCallerWhoHangsUpEndsTheCallWithItsStream() {
        streamOver(5, StreamEnding.CALLER_LEFT);
        assertThat(at(5.2)).isNull();
        status("completed", 5.3);
        assertThat(at(5.3)).isEqualTo(new Fact.CallEnded(5 * S, EndedBy.CALLER, "Twilio stopped the stream"));
    }

    @Test
    void theCallerIsGoneToWhenTwilioAsksForNothingMore() {
        streamOver(5, StreamEnding.CALLER_LEFT);
        WebhookFields gone = WebhookFields.ofForm("CallStatus=completed");
        end.observe(
                new Observation.DocumentServed(
                        new BridgeListener.DocumentRequest(BridgeListener.Document.AFTER_STREAM, "", gone, 6 * S)),
                false);
        assertThat(at(6)).isNotNull();
    }

    @Test
    void aCallThatWasPutThroughGoesOnUntilTwilioSaysSo() {
        streamOver(5, StreamEnding.transferTo("+15550123"));
        assertThat(at(600)).isNull();
        status("completed", 700);
        assertThat(at(700)).isEqualTo(new Fact.CallEnded(700 * S, EndedBy.AGENT, "Twilio stopped the stream"));
    }

    @Test
    void aCallOfWhichNothingMoreIsHeardEndedWithItsStream() {
        streamOver(5, StreamEnding.AGENT_HUNG_UP);
        assertThat(at(14.9)).isNull();
        assertThat(at(15)).isEqualTo(new Fact.CallEnded(5 * S, EndedBy.AGENT, "Twilio stopped the stream"));
    }

    @Test
    void aCallThatIsBackOnAnotherStreamIsNotOver() {
        streamOver(5, null);
        end.observe(
                new Observation.DocumentServed(new BridgeListener.DocumentRequest(
                        BridgeListener.Document.INBOUND, "", WebhookFields.ofForm(""), 8 * S)),
                true);
        assertThat(at(60)).isNull();
    }

    @Test
    void whoeverWasToldToEndItDid() {
        streamOver(5, StreamEnding.CALLER_LEFT);
        status("completed", 5.3);
        Fact.CallEnded last = end.detect(6 * S, EndedBy.REST);
        assertThat(last).isNotNull().extracting(Fact.CallEnded::by).isEqualTo(EndedBy.REST);
    }

    @Test
    void aCallThatNobodyAnswersIsOverByTwiliosWordOrAfterTwoMinutes() {
        assertThat(at(119)).isNull();
        assertThat(at(120)).isEqualTo(new Fact.CallEnded(120 * S, null, "no stream ever came"));
        status("no-answer", 30);
        assertThat(at(30)).isEqualTo(new Fact.CallEnded(30 * S, EndedBy.TIMEOUT, "Twilio says no-answer"));
    }

    @Test
    void aCallThatWasBusyOrFailedWasEndedByNobody() {
        for (String status : List.of("busy", "failed", "canceled")) {
            CallEndDetector nobody = new CallEndDetector(0);
            nobody.observe(new Observation.StatusCallback(WebhookFields.ofForm("CallStatus=" + status), 3 * S), false);
            assertThat(nobody.detect(3 * S, null)).isEqualTo(new Fact.CallEnded(3 * S, null, "Twilio says " + status));
            assertThat(nobody.detect(3 * S, EndedBy.REST))
                    .extracting(Fact.CallEnded::by)
                    .isEqualTo(EndedBy.REST);
        }
    }

    @Test
    void aCallWhoseStreamNeverOpenedEndsByTheBridgesApology() {
        end.observe(
                new Observation.DocumentServed(new BridgeListener.DocumentRequest(
                        BridgeListener.Document.AFTER_STREAM,
                        "",
                        WebhookFields.ofForm("CallStatus=in-progress"),
                        2 * S)),
                false);
        status("completed", 6);
        assertThat(at(6)).isEqualTo(new Fact.CallEnded(6 * S, EndedBy.SERVER, "Twilio says completed"));
    }

    private void streamOver(double atS, @Nullable StreamEnding how) {
        end.observe(new Observation.StreamClosed(null, "Twilio stopped the stream", ns(atS)), false);
        if (how != null) {
            end.observe(new Observation.BridgeLeft(how, ns(atS)), false);
        }
    }

    private void status(String status, double atS) {
        end.observe(new Observation.StatusCallback(WebhookFields.ofForm("CallStatus=" + status), ns(atS)), false);
    }

    private Fact.@Nullable CallEnded at(double nowS) {
        return end.detect(ns(nowS), null);
    }

    private static long ns(double seconds) {
        return Math.round(seconds * S);
    }
}
