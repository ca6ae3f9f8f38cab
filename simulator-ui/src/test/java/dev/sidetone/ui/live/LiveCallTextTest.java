package dev.sidetone.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.live.call.LiveCall.Cost;
import dev.sidetone.simulator.report.QualityBand;
import org.junit.jupiter.api.Test;

class LiveCallTextTest {
    @Test
    void anInboundCallIsTheCallersAndSaysWhichNumberItCame() {
        ScriptedLiveCall call = ScriptedLiveCall.inbound("CA1", "+15005550001", "+14155550123");
        assertThat(LiveCallText.of(call))
                .isEqualTo(new LiveCallText("+15005550001", "to +14155550123", "ringing", "00:00", "TTFA –", null, ""));
    }

    @Test
    void anOutboundCallIsWhoeverIsCalled() {
        ScriptedLiveCall call = ScriptedLiveCall.outbound("CA1", "+14155550123", "+15005550001");
        assertThat(LiveCallText.of(call).party()).isEqualTo("+15005550001");
        assertThat(LiveCallText.of(call).own()).isEqualTo("from +14155550123");
    }

    @Test
    void itsLastTurnItsTimeAndItsCostAreTold() {
        ScriptedLiveCall call = ScriptedLiveCall.inbound("CA1", "+15005550001", "+14155550123")
                .answered()
                .callerSays(1_000, "ask-address")
                .agentSays(3_160, "thank-you-goodbye", "One hundred Main Street.")
                .costs(0.0085, 0.012)
                .until(8_000);
        LiveCallText words = LiveCallText.of(call);
        assertThat(words.status()).isEqualTo("in progress");
        assertThat(words.elapsed()).isEqualTo("00:08");
        assertThat(words.ttfa()).isEqualTo("TTFA 1000 ms");
        assertThat(words.band()).isEqualTo(QualityBand.AMBER);
        assertThat(words.cost()).isEqualTo("≈ $0.02 estimate");
        assertThat(LiveCallText.costInParts(call.cost()))
                .contains("Twilio ≈ $0.009")
                .contains("agent ≈ $0.01");
    }

    @Test
    void aCurrencyWithoutASignIsNamed() {
        assertThat(LiveCallText.costInParts(new Cost(1.5, 0, "chf"))).endsWith("Twilio ≈ 1.50 chf, agent ≈ 0.00 chf");
        assertThat(LiveCallText.costInParts(null)).isEmpty();
    }
}
