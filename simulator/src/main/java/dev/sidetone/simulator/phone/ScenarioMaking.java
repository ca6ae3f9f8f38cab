package dev.sidetone.simulator.phone;

import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.scenario.draft.DraftFolder;
import dev.sidetone.simulator.scenario.draft.ScenarioDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Makes a scenario of a recorded call, for a person who chose its file and confirmed that an older one gives way. Stateless. */
final class ScenarioMaking {
    private ScenarioMaking() {}

    /**
     * Writes {@code yaml} and its sounds beside it. Blocks for the disk.
     *
     * @return what is wrong, in a sentence with its cure; empty if all is written
     */
    static String make(Path recording, Path yaml) {
        DraftFolder folder = new DraftFolder(yaml);
        boolean confirmed = isThere(yaml);
        if (!confirmed && isThere(folder.sounds())) {
            return folder.sounds() + " is there already, and the sounds would go there: choose another name.";
        }
        try {
            folder.check(confirmed);
            ScenarioDraft.Written files = ScenarioDraft.ofCall(recording).files(folder.soundFolder());
            folder.writeSounds(files.sounds());
            folder.writeYaml(files.yaml());
            return "";
        } catch (WrongSetting e) {
            return "No scenario can be made: " + String.valueOf(e.getMessage()).replace(" with --output", "") + ".";
        } catch (IOException e) {
            return yaml + " cannot be written: " + e.getMessage() + ". Choose another folder.";
        }
    }

    private static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
