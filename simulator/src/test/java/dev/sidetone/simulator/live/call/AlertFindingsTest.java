package dev.sidetone.simulator.live.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.twilio.rest.TwilioAlert;
import dev.sidetone.bridge.twilio.rest.TwilioErrorCode;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.timeline.Severity;
import org.junit.jupiter.api.Test;

class AlertFindingsTest {
    @Test
    void aCloseThatThisBridgeMadeIsNoErrorWhateverTwilioCallsIt() {
        Finding finding = AlertFindings.ofCallClosedHere(alert("31921"));
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.cure()).contains("this bridge closed the stream itself");
        assertThat(AlertFindings.of(alert("31921")).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void anyOtherAlertOnSuchACallStaysWhatItIs() {
        assertThat(AlertFindings.ofCallClosedHere(alert("11200")))
                .usingRecursiveComparison()
                .isEqualTo(AlertFindings.of(alert("11200")));
    }

    @Test
    void anAlertHasTheCureOfTheOneTable() {
        assertThat(AlertFindings.of(alert("11200")).cure())
                .isEqualTo(TwilioErrorCode.of(11_200).orElseThrow().cure());
        assertThat(AlertFindings.of(alert("99999")).cure())
                .isEqualTo("Read https://www.twilio.com/docs/api/errors/99999.");
    }

    private static TwilioAlert alert(String code) {
        return new TwilioAlert("NO1", code, "error", "Stream - WebSocket - Close Error", "", null);
    }
}
