package dev.sidetone.simulator.report;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.recording.Recording;
import dev.sidetone.simulator.recording.Replay;
import dev.sidetone.simulator.score.CallerChannel;
import dev.sidetone.simulator.score.RecordingScore;
import dev.sidetone.simulator.sound.SoundReader;
import dev.sidetone.simulator.sound.TwoChannels;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.ReportedFinding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A call as it is judged today by what was kept of it: the folder that {@code --record} made, or anybody's recording of both voices. Immutable
 * but for its trace; for one thread.
 */
public final class KeptCall {
    static final String NOTHING_IN_IT =
            "Nothing of the call is in the recording: it was cut off before its first second.";

    private final String name;
    private final CallResult result;
    private final CallTrace trace;
    private final List<String> notes;
    private final Path sound;
    private final boolean recordedHere;

    private KeptCall(
            String name, CallResult result, CallTrace trace, List<String> notes, Path sound, boolean recordedHere) {
        this.name = name;
        this.result = result;
        this.trace = trace;
        this.notes = List.copyOf(notes);
        this.sound = sound;
        this.recordedHere = recordedHere;
    }

    /**
     * Opens a recorded call's folder and judges the call again.
     *
     * @param checks makes the checks of a simulated call
     * @throws WrongSetting saying in one sentence why it cannot be opened, and what to do
     */
    public static KeptCall recorded(Path folder, Supplier<Checks> checks) throws WrongSetting {
        CallTrace trace = new CallTrace();
        try {
            Recording recording = Recording.open(folder);
            boolean running = recording.isBeingWritten();
            boolean atBridge = recording.result().call().atBridge();
            Replay replay = Replay.of(recording, atBridge ? Checks.forLiveCall() : checks.get(), trace);
            List<String> notes = trace.lines().isEmpty() ? List.of(NOTHING_IN_IT) : notes(recording, replay, running);
            return new KeptCall(folder.toString(), replay.result(), trace, notes, recording.sound(), true);
        } catch (IOException e) {
            throw new WrongSetting(whyNot(folder, e), e);
        }
    }

    static String whyNot(Path folder, IOException why) {
        String message = String.valueOf(why.getMessage());
        return message.startsWith(folder.toString()) ? message : folder + " cannot be opened: " + message;
    }

    static List<String> notes(Recording recording, Replay replay, boolean running) {
        List<String> notes = new ArrayList<>();
        if (running) {
            notes.add("The call is being recorded at this moment: this is what there is of it so far.");
        } else if (replay.isCut()) {
            notes.add(
                    "The recording is cut off: the call's end is not in it, and what only a whole call shows is not judged.");
        }
        String whyNot = replay.whyNotJudged();
        if (whyNot != null) {
            notes.add(
                    "Not judged again, because " + whyNot + ": figures and findings are those of the day of the call.");
            return notes;
        }
        Set<String> before = codes(recording.result());
        Set<String> now = codes(replay.result());
        String changed = changed("new are ", now, before) + changed("no longer found are ", before, now);
        if (!changed.isEmpty()) {
            notes.add("Judged again by Sidetone " + SidetoneVersion.TEXT
                    + ", whose findings differ from those of the day of the call:" + changed + ".");
        }
        return notes;
    }

    private static Set<String> codes(CallResult result) {
        return result.findings().stream()
                .map(ReportedFinding::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String changed(String words, Set<String> these, Set<String> without) {
        String codes = these.stream().filter(code -> !without.contains(code)).collect(Collectors.joining(", "));
        return codes.isEmpty() ? "" : " " + words + codes;
    }

    /**
     * Judges a recording of both voices, whoever made it.
     *
     * @throws WrongSetting saying why it cannot be judged, and what to do
     */
    public static KeptCall scored(Path file, CallerChannel caller) throws WrongSetting {
        CallTrace trace = new CallTrace();
        CallResult result = RecordingScore.of(file.toString(), channels(file), caller, trace);
        return new KeptCall(file.toString(), result, trace, List.of(), file, false);
    }

    /** The folder or file, as it was named. */
    public String name() {
        return name;
    }

    /** Its numbers and findings. */
    public CallResult result() {
        return result;
    }

    /** Its events, transcript and playout. */
    public CallTrace trace() {
        return trace;
    }

    /** What a reader must know of the recording itself, in sentences. */
    public List<String> notes() {
        return notes;
    }

    /**
     * Both voices.
     *
     * @throws WrongSetting saying why there are none, as where the file is missing or too long to be held in memory
     */
    public TwoChannels sound() throws WrongSetting {
        return channels(sound);
    }

    private static TwoChannels channels(Path file) throws WrongSetting {
        try {
            return SoundReader.twoChannels(file);
        } catch (IllegalArgumentException e) {
            throw new WrongSetting(String.valueOf(e.getMessage()), e);
        }
    }

    /** Whether the caller is on the left channel. */
    public boolean isCallerLeft() {
        CallResult.Source source = result.source();
        return recordedHere || source == null || !CallerChannel.RIGHT.word().equals(source.caller());
    }

    /** The instant of the sound's first sample on the call's own clock: a tick's frame is what was said before it. */
    public double soundAtMs() {
        Double firstTickAtMs = trace.firstTickAtMs();
        return recordedHere && firstTickAtMs != null ? firstTickAtMs - LineFrame.MS : 0;
    }
}
