package dev.sidetone.simulator.score;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.findings.RecordingCode;
import dev.sidetone.simulator.sound.TwoChannels;
import java.util.ArrayList;
import java.util.List;

/**
 * Which channel of a recording is the caller's, and whether the two can be told apart at all. Left is the caller's unless the right one
 * behaves as one and the left as an agent: the agent speaks first, stops when it is spoken over, and its pauses are exactly silent. Immutable.
 */
final class ChannelRoles {
    /** What shows the opposite must weigh so much more: a call may begin with either. */
    private static final int ENOUGH = 2;
    /** Two voices on two channels are less alike by far, also where each leaks into the other at a tenth of its power. */
    private static final double ONE_VOICE = 0.6;

    private final TwoChannels sound;
    private final boolean swapped;
    private final boolean oneVoice;
    private final List<Finding> findings = new ArrayList<>();

    private ChannelRoles(TwoChannels sound, CallerChannel wanted) {
        this.sound = sound;
        oneVoice = likeness(sound) >= ONE_VOICE;
        SpokenWindows left = windows(sound, true);
        SpokenWindows right = windows(sound, false);
        boolean seemsSwapped = !oneVoice && agentLikeness(left, right) - agentLikeness(right, left) >= ENOUGH;
        swapped = wanted == CallerChannel.RIGHT || (wanted == CallerChannel.AUTO && seemsSwapped);
        if (oneVoice) {
            findings.add(
                    RecordingCode.CHANNELS_MIXED.found(
                            "Both channels of the recording carry the same sound: nobody can tell who speaks, and no turn is judged."));
        } else if (swapped && wanted == CallerChannel.AUTO) {
            findings.add(RecordingCode.CHANNELS_SWAPPED.found(
                    "The caller seems to be on the right channel and the agent on the left: it was judged so."));
        }
        SpokenWindows caller = swapped ? right : left;
        SpokenWindows agent = swapped ? left : right;
        if (caller.utterances().isEmpty() && !agent.utterances().isEmpty()) {
            findings.add(RecordingCode.SILENT_CALLER.found("Nothing is said on the caller's channel, the "
                    + callerChannel().word() + " one: there is no turn to judge."));
        }
    }

    static ChannelRoles of(TwoChannels sound, CallerChannel wanted) {
        return new ChannelRoles(sound, wanted);
    }

    CallerChannel callerChannel() {
        return swapped ? CallerChannel.RIGHT : CallerChannel.LEFT;
    }

    boolean isOneVoice() {
        return oneVoice;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    LineFrame caller(int frame) {
        return frame(sound, !swapped, frame);
    }

    LineFrame agent(int frame) {
        return frame(sound, swapped, frame);
    }

    private static int agentLikeness(SpokenWindows one, SpokenWindows other) {
        int greets = speaksFirst(one, other) ? 1 : 0;
        int synthesised = one.silentShare() >= 0.9 && other.silentShare() <= 0.1 ? ENOUGH : 0;
        return greets + synthesised + other.timesItStops(one);
    }

    private static boolean speaksFirst(SpokenWindows one, SpokenWindows other) {
        if (one.utterances().isEmpty() || other.utterances().isEmpty()) {
            return false;
        }
        return one.utterances().get(0).to() <= other.utterances().get(0).from();
    }

    private static SpokenWindows windows(TwoChannels sound, boolean left) {
        return SpokenWindows.of(frames(sound), frame -> frame(sound, left, frame));
    }

    private static int frames(TwoChannels sound) {
        return (sound.length() + LineFrame.BYTES - 1) / LineFrame.BYTES;
    }

    /** In frames of 20 ms. */
    int frames() {
        return frames(sound);
    }

    private static LineFrame frame(TwoChannels sound, boolean left, int frame) {
        short[] samples = new short[LineFrame.BYTES];
        int from = frame * LineFrame.BYTES;
        for (int i = 0; i < samples.length && from + i < sound.length(); i++) {
            samples[i] = left ? sound.left(from + i) : sound.right(from + i);
        }
        return LineFrame.ofPcm(samples);
    }

    /** The correlation of both channels where anything is to be heard: 1 for the same sound, at any level. */
    private static double likeness(TwoChannels sound) {
        double both = 0;
        double left = 0;
        double right = 0;
        for (int i = 0; i < sound.length(); i++) {
            double l = sound.left(i);
            double r = sound.right(i);
            both += l * r;
            left += l * l;
            right += r * r;
        }
        return left == 0 || right == 0 ? 0 : Math.abs(both) / Math.sqrt(left * right);
    }
}
