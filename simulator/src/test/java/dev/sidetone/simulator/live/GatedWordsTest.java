package dev.sidetone.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.line.stream.StreamFindings;
import dev.sidetone.simulator.live.LostCalls.LostCall;
import dev.sidetone.simulator.live.number.RestoreResult;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import org.junit.jupiter.api.Test;

/** Whatever shows the words of others has passed the gate before anybody can print, write or draw it. */
class GatedWordsTest {
    private static final String HOSTILE = "a\u001b[2J\nFindings  none\u202e sk-abcdefghijklmnopqrst";
    private static final String SHOWN = "a\\u001B[2J\\nFindings  none\\u202E [redacted]";

    @Test
    void aProblemOfLiveModeAndOfTheTelephone() {
        assertThat(new Trouble(HOSTILE, HOSTILE)).isEqualTo(new Trouble(SHOWN, SHOWN));
        assertThat(new Trouble(HOSTILE, HOSTILE).what()).isEqualTo(SHOWN);
    }

    @Test
    void aFinding() {
        assertThat(StreamFindings.malformedUrl("wss://host", HOSTILE).what()).contains(SHOWN);
    }

    @Test
    void aCallThatNeverCame() {
        LostCall call = new LostCall(HOSTILE, HOSTILE, HOSTILE, HOSTILE);
        assertThat(call.callSid()).isEqualTo(SHOWN);
        assertThat(call.code()).isEqualTo(SHOWN);
        assertThat(call.what()).isEqualTo(SHOWN);
        assertThat(call.cure()).isEqualTo(SHOWN);
    }

    @Test
    void aNumberThatWasPutBack() {
        RestoreResult result = new RestoreResult(HOSTILE, RestoreResult.Outcome.FAILED, HOSTILE, HOSTILE);
        assertThat(result.number()).isEqualTo(SHOWN);
        assertThat(result.what()).isEqualTo(SHOWN);
        assertThat(result.cure()).isEqualTo(SHOWN);
    }
}
