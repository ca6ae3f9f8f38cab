package dev.sidetone.simulator.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sidetone.simulator.timeline.CallResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationResultTest {
    @Test
    void aMachineThatKeepsTimeIsToldHowRightItsFiguresAre() {
        CalibrationResult good = result(20, 20, 20, errors(20, 0.21), true);

        assertThat(good.isReliable()).isTrue();
        assertThat(good.verdict())
                .isEqualTo("What is measured here can be trusted: TTFA is right to ±0.3 ms; 20 of 20 turns judged.");
        assertThat(good.cure()).isNull();
    }

    @Test
    void anErrorOfNothingIsStillGivenToATenth() {
        assertThat(result(20, 20, 20, errors(20, 0), true).verdict()).contains("±0.1 ms");
    }

    @Test
    void oneTurnInTwentyMayBeLost() {
        assertThat(result(20, 20, 19, errors(19, 0), true).isReliable()).isTrue();
        assertThat(result(20, 20, 18, errors(18, 0), true).isReliable()).isFalse();
    }

    @Test
    void aBusyMachineIsToldWhatToDo() {
        CalibrationResult busy = result(20, 20, 12, errors(12, 0), true);

        assertThat(busy.isReliable()).isFalse();
        assertThat(busy.verdict()).contains("cannot be trusted", "12 of 20 turns could be judged");
        assertThat(busy.cure()).contains("Close", "power plan");
    }

    @Test
    void framesThatWereLateAreEnough() {
        assertThat(result(20, 20, 20, errors(20, 0), false).isReliable()).isFalse();
    }

    @Test
    void anErrorOfATickIsNotTrusted() {
        List<Double> errors = errors(19, 0);
        errors.add(20.0);
        CalibrationResult off = result(20, 20, 20, errors, true);

        assertThat(off.isReliable()).isFalse();
        assertThat(off.verdict()).contains("off by up to 20.0 ms");
        assertThat(off.cure()).contains("--json");
    }

    @Test
    void turnsThatTheAgentDidNotHearAreNamed() {
        CalibrationResult deaf = result(20, 19, 20, List.of(), true);

        assertThat(deaf.isReliable()).isFalse();
        assertThat(deaf.verdict()).contains("the agent heard 19");
    }

    @Test
    void theReportHasTheInstrumentsOwnFigures() {
        assertThat(CalibrationReport.text(result(20, 20, 20, errors(20, 0.2), true)))
                .isEqualTo(
                        """
                        TTFA error    p50 0.20 ms · at most 0.20 ms in a judged turn, by the fake agent's own log
                        Turns         20 of 20 judged
                        Lateness      p50 0.11 ms · p99 0.92 ms · at most 3.50 ms, of 900 frames sent

                        What is measured here can be trusted: TTFA is right to ±0.2 ms; 20 of 20 turns judged.
                        """);
    }

    @Test
    void nothingIsPrintedAsZeroThatWasNotMeasured() {
        assertThat(CalibrationReport.text(result(20, 20, 0, List.of(), false)))
                .contains("TTFA error    p50 – · at most –")
                .contains("\nCure: ");
    }

    @Test
    void theJsonHasTheSame() throws Exception {
        JsonNode json = new ObjectMapper().readTree(DoctorJson.write(result(20, 20, 19, errors(19, 0.2), true), null));

        assertThat(json.at("/calibration/verdict").asText()).isEqualTo("passed");
        assertThat(json.at("/calibration/turns").toString()).isEqualTo("{\"made\":20,\"judged\":19}");
        assertThat(json.at("/calibration/lateness").toString())
                .isEqualTo("{\"p50Ms\":0.11,\"p99Ms\":0.92,\"maxMs\":3.5}");
        assertThat(json.at("/calibration/ttfaError").toString()).isEqualTo("{\"p50Ms\":0.2,\"maxMs\":0.2}");
        assertThat(json.at("/agent").isNull()).isTrue();
    }

    private static List<Double> errors(int count, double ms) {
        return new ArrayList<>(Collections.nCopies(count, ms));
    }

    private static CalibrationResult result(int made, int heard, int judged, List<Double> errorsMs, boolean reliable) {
        CallResult.Line line = new CallResult.Line(900, 800, 0.11, 0.92, 3.5, 0, reliable, null);
        return new CalibrationResult(made, heard, judged, errorsMs, line);
    }
}
