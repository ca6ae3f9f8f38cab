package dev.sidetone.simulator.rig;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.file.RegularFile;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.FilePath;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.caller.Clip;
import dev.sidetone.simulator.caller.EchoControl;
import dev.sidetone.simulator.caller.MicrophoneCaller;
import dev.sidetone.simulator.caller.ReplayCaller;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.recording.Recording;
import dev.sidetone.simulator.sound.SoundReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The caller that a person chose with {@code --caller}, {@code --mic} and {@code --speaker}, or in the window.
 *
 * @param who {@code mic}, sound files, the folder of a recorded call, or nothing for the demo caller
 * @param gap the agent's silence before the next recording is spoken
 * @param mic the microphone's name, or null for the machine's default
 * @param speaker the speaker's name, or null for the machine's default
 * @param echoCancellation whether the speaker's sound is removed from the microphone's, where it is found there
 * @param speaksEarly whether a caller who is no person speaks before a two-way stream is open
 * @param standIn whether a recording speaks for a person whose microphone cannot be opened
 */
public record CallerChoice(
        List<String> who,
        Duration gap,
        @Nullable String mic,
        @Nullable String speaker,
        boolean echoCancellation,
        boolean speaksEarly,
        boolean standIn) {
    private static final String MIC = "mic";
    private static final int MOST_TEXT_BYTES = 1 << 16;

    /** The default of {@code --gap}. */
    public static final String DEFAULT_GAP = "700ms";

    private static final Duration USUAL_GAP = Duration.ofMillis(700);

    /** The demo caller. */
    public static final CallerChoice DEMO = new CallerChoice(List.of(), USUAL_GAP, null, null, true, false, false);

    /** The demo caller with a person listening on {@code speaker}. */
    public static CallerChoice demo(@Nullable String speaker) {
        return new CallerChoice(List.of(), USUAL_GAP, null, speaker, true, false, false);
    }

    /** A person with a microphone and a speaker, and a stand-in where there is no microphone. */
    public static CallerChoice person(@Nullable String mic, @Nullable String speaker, boolean echoCancellation) {
        return new CallerChoice(List.of(MIC), USUAL_GAP, mic, speaker, echoCancellation, false, true);
    }

    /** Whether a person speaks into a microphone. */
    public boolean isPerson() {
        return who.contains(MIC);
    }

    /** Opens the caller; sound devices only for a person. */
    public Caller open() throws WrongSetting, CannotRun {
        if (isPerson()) {
            EchoControl echo = EchoControl.ofThisMachine(echoCancellation);
            return microphone(echo.tapped(SoundDevices.ofThisMachine()), echo);
        }
        if (mic != null || speaker != null) {
            throw new WrongSetting("--mic and --speaker need --caller mic");
        }
        return withoutDevices();
    }

    /** Opens the demo caller or the recordings. */
    public Caller withoutDevices() throws WrongSetting {
        try {
            return waiting(who.isEmpty() ? Callers.demo() : recorded());
        } catch (IllegalArgumentException e) {
            throw new WrongSetting("--caller: " + e.getMessage(), e);
        }
    }

    /** Opens the same caller for a further call at the same time; null for a person, who has one microphone. */
    @Nullable
    Caller another() {
        try {
            return isPerson() ? null : open();
        } catch (WrongSetting | CannotRun e) {
            return null;
        }
    }

    /** Opens the person's microphone and speaker among {@code devices}. */
    Caller microphone(SoundDevices devices, EchoControl echo) throws WrongSetting, CannotRun {
        if (who.size() > 1) {
            throw new WrongSetting("--caller mic stands alone: either the microphone or recordings");
        }
        try {
            MicrophoneCaller person = MicrophoneCaller.open(devices, mic, speaker, waiting(Callers.demo()), echo);
            DeviceProblem missing = person.microphoneProblem();
            if (missing != null && !standIn) {
                person.hungUp();
                throw new CannotRun(missing.getMessage() + " Or let a recording speak: --stand-in.", missing);
            }
            return person;
        } catch (DeviceProblem e) {
            throw new CannotRun(e.what() + " " + e.cure(), e);
        }
    }

    private Caller waiting(Caller caller) {
        return speaksEarly ? caller : Callers.awaitingStream(caller);
    }

    private Caller recorded() throws WrongSetting {
        Path first = FilePath.of(who.get(0));
        if (who.size() == 1 && Files.isDirectory(first)) {
            return tape(first);
        }
        List<Clip> clips = new ArrayList<>();
        for (String file : who) {
            clips.add(clip(FilePath.of(file)));
        }
        return Callers.recorded(clips, (int) gap.toMillis());
    }

    private static Clip clip(Path file) {
        Clip clip = Clip.of(file.getFileName().toString(), SoundReader.read(file));
        String words = wordsBeside(file);
        return words == null ? clip : clip.saying(words);
    }

    /** What is said in a recording: the text file beside it, {@code hello.txt} for {@code hello.wav}; null where there is none. */
    static @Nullable String wordsBeside(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        Path text = file.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".txt");
        if (!Files.isRegularFile(text)) {
            return null;
        }
        try {
            String words = RegularFile.readText(text, MOST_TEXT_BYTES)
                    .replaceAll("\\s+", " ")
                    .strip();
            return words.isEmpty() ? null : words;
        } catch (IOException e) {
            throw new IllegalArgumentException(text + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Caller tape(Path folder) throws WrongSetting {
        try {
            byte[] mulaw = Recording.open(folder).callerMulaw();
            List<LineFrame> frames = new ArrayList<>();
            for (int at = 0; at + LineFrame.BYTES <= mulaw.length; at += LineFrame.BYTES) {
                frames.add(LineFrame.of(Arrays.copyOfRange(mulaw, at, at + LineFrame.BYTES)));
            }
            return new ReplayCaller(frames);
        } catch (IOException e) {
            throw new WrongSetting(
                    "--caller " + folder + " is not the folder of a recorded call: " + e.getMessage(), e);
        }
    }
}
