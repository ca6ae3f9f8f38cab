package dev.sidetone.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.FakeCall;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class LiveSessionReportTest {
    @Test
    void theCostOfASingleCallIsSaidOnce() {
        assertThat(report(1)).contains("Session   1 call").containsOnlyOnce("0.05 EUR");
    }

    @Test
    void theCostOfSeveralCallsIsSaidOfEachAndOfAll() {
        assertThat(report(2)).contains("Session   2 calls").contains("0.05 EUR").containsOnlyOnce("0.10 EUR");
    }

    private static String report(int count) {
        CallResult call = FakeCall.placed().at(100).agentSends(500).hangsUpAt(2_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new LiveSessionReport(false)
                .print(
                        Collections.nCopies(count, call),
                        Collections.nCopies(count, "0.05 EUR"),
                        count == 1 ? "0.05 EUR" : "0.10 EUR",
                        null,
                        new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
