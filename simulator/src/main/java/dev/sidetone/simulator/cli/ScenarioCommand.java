package dev.sidetone.simulator.cli;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.FilePath;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.cli.option.ChannelOption;
import dev.sidetone.simulator.scenario.draft.DraftFolder;
import dev.sidetone.simulator.scenario.draft.ScenarioDraft;
import dev.sidetone.simulator.sound.SoundReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sidetone scenario}: drafts a scenario from a recording. */
@Command(
        name = "scenario",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description =
                "Writes a scenario that plays a recorded call again: the caller's speech, turn by turn, and what held.",
        footer = {
            "",
            "Examples:",
            "  sidetone scenario calls/20260131-120000-CA…          then: sidetone run 20260131-120000-CA….yaml",
            "  sidetone scenario twilio-recording.wav --caller right --output scenarios/complaint.yaml"
        })
final class ScenarioCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    @Parameters(
            paramLabel = "CALLDIR|FILE",
            description = "A recorded call, or a two-channel recording of one (" + SoundReader.FORMATS + ").")
    private Path recording = Path.of("");

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description =
                    "The scenario's file; its sounds go into a folder beside it. Left out: named after the recording, here. - is standard output, with the"
                            + " sounds here.")
    private @Nullable String output;

    @Mixin
    private ChannelOption channel = new ChannelOption();

    @Option(names = "--force", description = "Replace the scenario and the sounds of an earlier draft.")
    private boolean force;

    @Mixin
    private final Terminal terminal;

    private final HostProcess process;

    ScenarioCommand(HostProcess process) {
        this.process = process;
        terminal = new Terminal(process);
    }

    @Override
    public Integer call() throws WrongSetting, CannotRun {
        terminal.hushLogs();
        ScenarioDraft draft = draft();
        if (STANDARD_OUTPUT.equals(output)) {
            toStandardOutput(draft);
        } else {
            toFile(draft, output == null ? process.folder().resolve(draft.name() + ".yaml") : FilePath.of(output));
        }
        return ExitCode.DONE.number();
    }

    private ScenarioDraft draft() throws WrongSetting {
        if (!Files.exists(recording)) {
            throw new WrongSetting(recording + " is not there");
        }
        if (!Files.isDirectory(recording)) {
            return ScenarioDraft.ofSound(recording, channel.caller());
        }
        if (channel.isTyped()) {
            throw new WrongSetting("--caller is for sound files: a recorded call says itself who the caller is");
        }
        return ScenarioDraft.ofCall(recording);
    }

    private void toStandardOutput(ScenarioDraft draft) throws WrongSetting, CannotRun {
        DraftFolder folder = new DraftFolder(process.folder().resolve(draft.name() + ".yaml"));
        folder.checkSounds(force);
        ScenarioDraft.Written files = draft.files(folder.soundFolder());
        try {
            folder.writeSounds(files.sounds());
        } catch (IOException e) {
            throw cannotWrite(folder.sounds(), e);
        }
        terminal.results().print(files.yaml());
        terminal.results().flush();
        terminal.say("scenario: " + sounds(files) + " in " + folder.sounds());
    }

    private void toFile(ScenarioDraft draft, Path yaml) throws WrongSetting, CannotRun {
        DraftFolder folder = new DraftFolder(yaml);
        folder.check(force);
        ScenarioDraft.Written files = draft.files(folder.soundFolder());
        try {
            folder.writeSounds(files.sounds());
            folder.writeYaml(files.yaml());
        } catch (IOException e) {
            throw cannotWrite(yaml, e);
        }
        terminal.results().println(ForeignText.line(yaml.toString()));
        terminal.say("scenario: " + sounds(files) + " in " + folder.sounds()
                + "; read it, change what should be expected, and play it: sidetone run " + yaml);
    }

    private static String sounds(ScenarioDraft.Written files) {
        int count = files.sounds().size();
        return count + (count == 1 ? " sound" : " sounds");
    }

    private static CannotRun cannotWrite(Path what, IOException why) {
        return new CannotRun(
                what + " cannot be written: " + why.getMessage() + "; name another file with --output", why);
    }
}
