package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.rig.CallerChoice;
import dev.sidetone.simulator.sound.SoundReader;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose the caller of a simulated call and the sound devices. */
public final class CallerOptions {
    @Option(
            names = "--caller",
            paramLabel = "WHO",
            arity = "1..*",
            description = "The caller: mic, recordings (" + SoundReader.FORMATS
                    + ", one after the other), or the folder of a recorded call. Left out: the demo caller.")
    private List<String> caller = List.of();

    @Option(
            names = "--gap",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description =
                    "The silence at the caller's ear before the next recording is spoken (default ${DEFAULT-VALUE}).",
            defaultValue = CallerChoice.DEFAULT_GAP)
    private Duration gap = Duration.ZERO;

    @Option(
            names = "--speak-early",
            description =
                    "Let a caller who is not a person speak before a two-way stream is open. Left out: the caller waits for it.")
    private boolean speakEarly;

    @Option(
            names = "--stand-in",
            description =
                    "With --caller mic: let a recording speak where there is no microphone. Left out: exit code 3.")
    private boolean standIn;

    @Option(names = "--mic", paramLabel = "NAME", description = "The microphone, as doctor lists it.")
    private @Nullable String mic;

    @Option(names = "--speaker", paramLabel = "NAME", description = "The speaker, as doctor lists it.")
    private @Nullable String speaker;

    @Option(
            names = "--echo-cancellation",
            paramLabel = "on|off",
            converter = OnOff.Converter.class,
            description =
                    "Remove the speaker's sound from the microphone's, if it is found there (default on). Headphones are better.",
            defaultValue = "on")
    private OnOff echoCancellation = OnOff.ON;

    /** The caller that was chosen; nothing is opened yet. */
    public CallerChoice choice() {
        return new CallerChoice(caller, gap, mic, speaker, echoCancellation == OnOff.ON, speakEarly, standIn);
    }
}
