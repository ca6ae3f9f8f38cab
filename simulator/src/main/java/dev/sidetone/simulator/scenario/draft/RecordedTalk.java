package dev.sidetone.simulator.scenario.draft;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.recording.Recording;
import dev.sidetone.simulator.score.CallerChannel;
import dev.sidetone.simulator.score.RecordingScore;
import dev.sidetone.simulator.sound.SoundReader;
import dev.sidetone.simulator.sound.TwoChannels;
import dev.sidetone.simulator.timeline.CallResult;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A recorded call as far as a draft needs it. Instants are the call's, in ms. Immutable.
 *
 * @param name the recording's name
 * @param result the call in numbers
 * @param told what its events say besides; nothing of a mere sound file
 * @param caller what the caller said
 * @param agent when the agent was heard
 */
record RecordedTalk(String name, CallResult result, ToldFacts told, CallerCuts caller, AgentHeard agent) {
    /**
     * Opens the folder of a recorded call.
     *
     * @throws WrongSetting if it is none, or shows no call
     */
    static RecordedTalk ofCall(Path folder) throws WrongSetting {
        try {
            Recording recording = Recording.open(folder);
            ToldFacts told = ToldFacts.of(recording);
            TwoChannels sound = SoundReader.twoChannels(recording.sound());
            String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
            return new RecordedTalk(
                    name,
                    recording.result(),
                    told,
                    caller(told.zeroMs(), sound, true),
                    agent(told.zeroMs(), sound, true));
        } catch (IOException e) {
            throw new WrongSetting(folder + " is not the folder of a recorded call: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new WrongSetting(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Reads a two-channel recording, whoever made it.
     *
     * @throws WrongSetting if it cannot be read, or does not show who speaks
     */
    static RecordedTalk ofSound(Path file, CallerChannel channel) throws WrongSetting {
        TwoChannels sound;
        try {
            sound = SoundReader.twoChannels(file);
        } catch (IllegalArgumentException e) {
            throw new WrongSetting(String.valueOf(e.getMessage()), e);
        }
        CallResult result = RecordingScore.of(file.toString(), sound, channel);
        CallResult.Source source = result.source();
        if (source != null && source.oneVoice()) {
            throw new WrongSetting(
                    file + " carries the same sound on both channels: nobody can tell what the caller said");
        }
        boolean left = source == null || source.caller().equals(CallerChannel.LEFT.word());
        if (result.turns().isEmpty()) {
            throw new WrongSetting(file + " has nothing said on its " + (left ? "left" : "right")
                    + " channel, the caller's: is it --caller " + (left ? "right" : "left") + "?");
        }
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        return new RecordedTalk(name, result, ToldFacts.NOTHING, caller(0, sound, left), agent(0, sound, left));
    }

    private static CallerCuts caller(double zeroMs, TwoChannels sound, boolean left) {
        short[] samples = new short[sound.length()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = left ? sound.left(i) : sound.right(i);
        }
        return new CallerCuts(zeroMs, samples);
    }

    private static AgentHeard agent(double zeroMs, TwoChannels sound, boolean callerLeft) {
        short[] samples = new short[LineFrame.BYTES];
        return new AgentHeard(zeroMs, sound.length() / LineFrame.BYTES, frame -> {
            for (int i = 0; i < samples.length; i++) {
                int at = frame * LineFrame.BYTES + i;
                samples[i] = callerLeft ? sound.right(at) : sound.left(at);
            }
            return LineFrame.ofPcm(samples);
        });
    }
}
