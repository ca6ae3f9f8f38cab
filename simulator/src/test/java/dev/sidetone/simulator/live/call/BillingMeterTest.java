package dev.sidetone.simulator.live.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.BridgeListener.Document;
import dev.sidetone.bridge.BridgeListener.DocumentRequest;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.WebhookFields;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BillingMeterTest {
    private static final long S_NS = 1_000_000_000L;

    private final BillingMeter meter = new BillingMeter();

    @Test
    void nobodyPaysForRinging() {
        meter.observe(asked(Document.INBOUND, 1));
        meter.observe(status("CallStatus=ringing", 2));
        assertThat(meter.twilioS(30 * S_NS)).isZero();
        meter.observe(status("CallStatus=busy&CallDuration=0", 31));
        meter.ended(31 * S_NS);
        assertThat(meter.twilioS(40 * S_NS)).isZero();
    }

    @Test
    void theMinutesCountFromThePickUpAndNotFromTheStream() {
        meter.observe(status("CallStatus=in-progress", 3));
        meter.observe(asked(Document.OUTBOUND, 4));
        assertThat(meter.twilioS(10 * S_NS)).isEqualTo(7);
        meter.ended(20 * S_NS);
        assertThat(meter.twilioS(100 * S_NS)).isEqualTo(17);
    }

    @Test
    void aCallWhoseStreamNeverCameWasPickedUpAllTheSame() {
        meter.observe(asked(Document.INBOUND, 1));
        meter.observe(asked(Document.AFTER_STREAM, 5));
        meter.ended(9 * S_NS);
        assertThat(meter.twilioS(10 * S_NS)).isEqualTo(4);
    }

    @Test
    void whatTwilioSaysItselfCounts() {
        meter.observe(status("CallStatus=in-progress", 3));
        meter.ended(62 * S_NS);
        meter.observe(status("CallStatus=completed&CallDuration=61", 63));
        assertThat(meter.twilioS(70 * S_NS)).isEqualTo(61);
    }

    @Test
    void theAgentIsBilledForEachOfItsStreams() {
        meter.observe(streamStarted(3));
        assertThat(meter.agentS(5 * S_NS)).isEqualTo(2);
        meter.observe(new Observation.StreamClosed(1000, "", 7 * S_NS));
        meter.observe(streamStarted(10));
        meter.ended(12 * S_NS);
        assertThat(meter.agentS(60 * S_NS)).isEqualTo(6);
    }

    private static Observation streamStarted(long atS) {
        return new Observation.Received(new FromTwilio.Start(1, "AC1", "MZ1", "CA1", Map.of()), atS * S_NS);
    }

    private static Observation status(String form, long atS) {
        return new Observation.StatusCallback(WebhookFields.ofForm(form), atS * S_NS);
    }

    private static Observation asked(Document document, long atS) {
        return new Observation.DocumentServed(
                new DocumentRequest(document, "", WebhookFields.ofForm("CallSid=CA1"), atS * S_NS));
    }
}
