package dev.sidetone.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code sidetone call} that is ended from outside. */
@Timeout(240)
class TerminatedCallIT {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aCallThatNobodyRecordsSaysNothingOfARecordingWhenItIsTerminated() throws Exception {
        try (SidetoneRun call = SidetoneLauncher.AS_PROCESS.command(folder, Map.of(), "call", "--no-color")) {
            call.says("the line is open");
            call.terminate();
            call.exitCode();

            assertThat(call.lines("over, ended by caller: interrupted")).hasSize(1);
            assertThat(call.lines("Findings")).hasSize(1);
            assertThat(call.everything()).doesNotContainIgnoringCase("recording");
        }
    }
}
