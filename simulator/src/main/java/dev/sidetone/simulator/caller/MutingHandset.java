package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;

/**
 * The handset of a caller that can be muted: what is not said has no edges. Speech that is cut off by the mute ends there, and speech that
 * comes back begins where it is heard again. On the line thread.
 */
final class MutingHandset implements Handset {
    private final Handset handset;
    private boolean muted;
    private boolean speaking;
    private boolean told;

    MutingHandset(Handset handset) {
        this.handset = handset;
    }

    /** A frame is about to be made. */
    void begin(boolean nowMuted) {
        muted = nowMuted;
        if (muted && told) {
            told = false;
            handset.speechEnds(1);
        }
    }

    /** The frame that goes out in place of the one that was made. */
    LineFrame pass(LineFrame made) {
        if (muted) {
            return LineFrame.SILENCE;
        }
        if (speaking && !told) {
            comesBack(made);
        }
        return made;
    }

    private void comesBack(LineFrame made) {
        for (int half = 0; half < 2 && !told; half++) {
            if (SpeechEnergy.isAudible(made.dbm0(half))) {
                told = true;
                handset.speechStarts(half * SpeechEnergy.WINDOW);
            }
        }
    }

    @Override
    public void press(char digit) {
        handset.press(digit);
    }

    @Override
    public void hangUp() {
        handset.hangUp();
    }

    @Override
    public void speechStarts(int sample) {
        speaking = true;
        if (!muted) {
            told = true;
            handset.speechStarts(sample);
        }
    }

    @Override
    public void speechEnds(int sample) {
        speaking = false;
        if (told) {
            told = false;
            handset.speechEnds(sample);
        }
    }

    @Override
    public void note(String text) {
        handset.note(text);
    }
}
