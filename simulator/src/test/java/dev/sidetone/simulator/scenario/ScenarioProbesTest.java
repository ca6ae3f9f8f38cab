package dev.sidetone.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.fixtures.ProbeKind;
import dev.sidetone.fixtures.Voices;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.sound.LineWav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioProbesTest {
    @Test
    void probesAreSidetonesOwnAndThoseInAFolderNamedAfterTheirKind(@TempDir Path folder)
            throws IOException, WrongSetting {
        Path sound = Files.createDirectories(folder.resolve("mine/vocal-tic")).resolve("sneeze.wav");
        Files.write(sound, LineWav.of(Voices.open("cough").samples()));
        Path file = Files.writeString(
                folder.resolve("probes.yaml"),
                "steps: [ say: probes/mm-hmm.wav, say: mine/vocal-tic/sneeze.wav, say: voices/press-five.wav ]");

        assertThat(ScenarioFile.read(file).steps())
                .extracting(step -> ((Step.Say) step).clip().probe())
                .containsExactly(ProbeKind.BACKCHANNEL, ProbeKind.VOCAL_TIC, null);
    }
}
