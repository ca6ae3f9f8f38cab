package dev.sidetone.simulator.report;

import dev.sidetone.fuzz.FuzzedReader;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.scenario.PlayedCall;
import dev.sidetone.simulator.scenario.PlayedScenario;
import dev.sidetone.simulator.scenario.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** An earlier run's JSON, and what a run is compared with by it. */
final class BaselineFuzzTest extends FuzzedReader {
    private static final PlayedScenario NOW =
            SampleRuns.played(Verdict.PASSED, "practice", new PlayedCall(SampleRuns.answering(5, 500), List.of()));

    private final Path file;

    BaselineFuzzTest() throws IOException {
        file = Files.createTempFile("sidetone-fuzz", ".json");
        file.toFile().deleteOnExit();
    }

    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of(WrongSetting.class);
    }

    @Override
    protected void read(byte[] input) throws IOException, WrongSetting {
        Files.write(file, input);
        Baseline.read(file, Baseline.Bounds.USUAL).compare(NOW);
    }
}
