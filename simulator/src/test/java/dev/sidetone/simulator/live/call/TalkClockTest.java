package dev.sidetone.simulator.live.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.BridgeListener.Document;
import dev.sidetone.bridge.BridgeListener.DocumentRequest;
import dev.sidetone.bridge.twilio.WebhookFields;
import org.junit.jupiter.api.Test;

class TalkClockTest {
    private static final long S_NS = 1_000_000_000L;

    private final TalkClock clock = new TalkClock();

    @Test
    void nobodyPaysForRinging() {
        clock.take(asked(Document.INBOUND, 1));
        clock.take(status("CallStatus=ringing", 2));
        assertThat(clock.s(30 * S_NS)).isZero();
        clock.take(status("CallStatus=busy&CallDuration=0", 31));
        clock.ended(31 * S_NS);
        assertThat(clock.s(40 * S_NS)).isZero();
    }

    @Test
    void theMinutesCountFromThePickUpAndNotFromTheStream() {
        clock.take(status("CallStatus=in-progress", 3));
        clock.take(asked(Document.OUTBOUND, 4));
        assertThat(clock.s(10 * S_NS)).isEqualTo(7);
        clock.ended(20 * S_NS);
        assertThat(clock.s(100 * S_NS)).isEqualTo(17);
    }

    @Test
    void aCallWhoseStreamNeverCameWasPickedUpAllTheSame() {
        clock.take(asked(Document.INBOUND, 1));
        clock.take(asked(Document.AFTER_STREAM, 5));
        clock.ended(9 * S_NS);
        assertThat(clock.s(10 * S_NS)).isEqualTo(4);
    }

    @Test
    void whatTwilioSaysItselfCounts() {
        clock.take(status("CallStatus=in-progress", 3));
        clock.ended(62 * S_NS);
        clock.take(status("CallStatus=completed&CallDuration=61", 63));
        assertThat(clock.s(70 * S_NS)).isEqualTo(61);
    }

    private static Observation status(String form, long atS) {
        return new Observation.Status(WebhookFields.ofForm(form), atS * S_NS);
    }

    private static Observation asked(Document document, long atS) {
        return new Observation.Asked(
                new DocumentRequest(document, "", WebhookFields.ofForm("CallSid=CA1"), atS * S_NS));
    }
}
