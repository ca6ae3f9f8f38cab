package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;

/**
 * The handset of a caller that can be muted. Speech ends where the mute cuts it off and starts again where it is heard again. On the line
 * thread.
 */
final class MutingHandset implements Handset {
    private final Handset handset;
    private boolean muted;
    private boolean speaking;
    private boolean startReported;

    MutingHandset(Handset handset) {
        this.handset = handset;
    }

    /** Called before each frame with the current mute setting. */
    void begin(boolean nowMuted) {
        muted = nowMuted;
        if (muted && startReported) {
            startReported = false;
            handset.speechEnds(1);
        }
    }

    /** Returns the frame to send instead of {@code made}. */
    LineFrame pass(LineFrame made) {
        if (muted) {
            return LineFrame.SILENCE;
        }
        if (speaking && !startReported) {
            resume(made);
        }
        return made;
    }

    private void resume(LineFrame made) {
        for (int half = 0; half < 2 && !startReported; half++) {
            if (SpeechEnergy.isAudible(made.dbm0(half))) {
                startReported = true;
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
            startReported = true;
            handset.speechStarts(sample);
        }
    }

    @Override
    public void speechEnds(int sample) {
        speaking = false;
        if (startReported) {
            startReported = false;
            handset.speechEnds(sample);
        }
    }

    @Override
    public void saidAll() {
        handset.saidAll();
    }

    @Override
    public void note(String text) {
        handset.note(text);
    }
}
