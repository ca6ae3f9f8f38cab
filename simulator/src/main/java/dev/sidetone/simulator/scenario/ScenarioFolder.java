package dev.sidetone.simulator.scenario;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.settings.InvalidSettingsException;
import dev.sidetone.bridge.settings.Spelling;
import dev.sidetone.bridge.settings.YamlFile;
import dev.sidetone.bridge.settings.YamlNode;
import dev.sidetone.fixtures.ProbeKind;
import dev.sidetone.fixtures.Voices;
import dev.sidetone.simulator.FilePath;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.agent.ScriptFile;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.caller.Clip;
import dev.sidetone.simulator.sound.SoundReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of a scenario's file, from which sounds and scripts are named. Each sound is opened once. One per read of a scenario. */
final class ScenarioFolder implements FilesBeside {
    /** What ends so is a file, also where its kind is refused: its name is nothing to say aloud. */
    private static final Set<String> SOUNDS = Set.of(
            "wav", "flac", "mp3", "ogg", "oga", "m4a", "mp4", "opus", "aac", "aif", "aiff", "au", "caf", "amr", "wma",
            "webm", "3gp");

    /** More than a minute of speech. */
    private static final int MOST_CHARS = 1_000;

    private static final int MOST_WRONG = 2;
    private static final int MOST_MINUTES = 120;
    private static final long MOST_FRAMES = MOST_MINUTES * 60_000L / LineFrame.MS;

    private final Path scenario;
    private final Map<String, Clip> opened = new HashMap<>();
    private long frames;

    ScenarioFolder(Path scenario) {
        this.scenario = scenario;
    }

    @Override
    public Clip clip(YamlNode said) throws InvalidSettingsException {
        String text = said.text();
        Clip known = opened.get(text);
        if (known != null) {
            return known;
        }
        Clip clip = isSound(text) ? sound(said, text) : spoken(said, text);
        frames += clip.frames().size();
        if (frames > MOST_FRAMES) {
            throw said.wrong("what the caller says here is longer than " + MOST_MINUTES
                    + " minutes in all, which is longer than a call is tested: split the scenario");
        }
        opened.put(text, clip);
        return clip;
    }

    private static boolean isSound(String text) {
        return SOUNDS.contains(text.substring(text.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT));
    }

    private Clip sound(YamlNode said, String name) throws InvalidSettingsException {
        Path file = beside(said, name);
        if (!Files.exists(file)) {
            if (voices().contains(name)) {
                return Callers.voice(name);
            }
            throw said.wrong(file + " is not there" + meant(file, name));
        }
        try {
            Clip clip = Clip.of(name, SoundReader.read(file));
            return ProbeKind.ofFolder(file).map(clip::asProbe).orElse(clip);
        } catch (IllegalArgumentException e) {
            throw said.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static List<String> voices() {
        return Stream.concat(Voices.names().stream(), Voices.probes().stream())
                .map(Voices::path)
                .toList();
    }

    private static String meant(Path file, String name) {
        List<String> names = new ArrayList<>(voices());
        try (Stream<Path> neighbours = Files.list(file.toAbsolutePath().getParent())) {
            String folder = name.substring(0, name.lastIndexOf('/') + 1);
            neighbours.map(each -> folder + each.getFileName()).sorted().forEach(names::add);
        } catch (IOException e) {
            // There is no such folder: what is meant can be a voice of Sidetone's only.
        }
        return Spelling.nearest(name, names, MOST_WRONG)
                .map(known -> ": is " + known + " meant?")
                .orElse("; sounds are named from the folder of this file, and Sidetone's own are "
                        + String.join(", ", voices()));
    }

    private static Clip spoken(YamlNode said, String text) throws InvalidSettingsException {
        if (text.isBlank()) {
            throw said.wrong("expected a sound file, or words for the built-in voice, got none");
        }
        if (text.length() > MOST_CHARS) {
            throw said.wrong("these are " + text.length() + " characters, and one says " + MOST_CHARS
                    + " at the most: use several steps");
        }
        try {
            return Callers.words(text);
        } catch (IllegalArgumentException e) {
            throw said.wrong(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Path script(YamlNode named) throws InvalidSettingsException {
        Path file = beside(named, named.text());
        ScriptFile.of(YamlFile.read(file));
        return file;
    }

    private Path beside(YamlNode named, String name) throws InvalidSettingsException {
        try {
            return scenario.resolveSibling(FilePath.of(name));
        } catch (WrongSetting e) {
            throw named.wrong(String.valueOf(e.getMessage()));
        }
    }
}
