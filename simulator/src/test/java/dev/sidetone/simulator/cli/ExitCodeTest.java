package dev.sidetone.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Severity;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which findings fail a command. */
class ExitCodeTest {
    @ParameterizedTest
    @CsvSource({"ERROR,1,1", "WARNING,0,1", "SUSPICION,0,0", "INFO,0,0"})
    void errorsFailACommandAndWarningsDoUnderStrict(Severity severity, int plain, int strict) {
        assertThat(ExitCode.of(Stream.of(found(Severity.INFO), found(severity)), false)
                        .number())
                .isEqualTo(plain);
        assertThat(ExitCode.of(Stream.of(found(Severity.INFO), found(severity)), true)
                        .number())
                .isEqualTo(strict);
    }

    private static CallResult.ReportedFinding found(Severity severity) {
        return new CallResult.ReportedFinding("31951", severity, "What.", null, null, "Cure.");
    }
}
