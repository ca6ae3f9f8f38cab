package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.fixtures.ProbeKind;
import org.jspecify.annotations.Nullable;

/**
 * The handset of a caller that can be muted. Speech, or a probe, ends where the mute cuts it off and starts again where it is heard again. On the line
 * thread.
 */
final class MutingHandset extends ForwardingHandset {
    private boolean muted;
    private boolean speaking;
    private boolean startReported;
    /** What is being said, if it is no turn. */
    private @Nullable ProbeKind probe;

    MutingHandset(Handset handset) {
        super(handset);
    }

    /** Called before each frame with the current mute setting. */
    void begin(boolean nowMuted) {
        muted = nowMuted;
        if (muted && startReported) {
            reportEnd(1);
        }
    }

    /** Returns whether the caller is in the middle of words or of a probe, muted or not. */
    boolean isSpeaking() {
        return speaking;
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
                reportStart(half * SpeechEnergy.WINDOW);
            }
        }
    }

    @Override
    public void speechStarts(int sample) {
        starts(null, sample);
    }

    @Override
    public void speechEnds(int sample) {
        ends(sample);
    }

    @Override
    public void probeStarts(ProbeKind kind, int sample) {
        starts(kind, sample);
    }

    @Override
    public void probeEnds(int sample) {
        ends(sample);
    }

    private void starts(@Nullable ProbeKind kind, int sample) {
        probe = kind;
        speaking = true;
        if (!muted) {
            reportStart(sample);
        }
    }

    private void ends(int sample) {
        speaking = false;
        if (startReported) {
            reportEnd(sample);
        }
    }

    private void reportStart(int sample) {
        startReported = true;
        if (probe == null) {
            super.speechStarts(sample);
        } else {
            super.probeStarts(probe, sample);
        }
    }

    private void reportEnd(int sample) {
        startReported = false;
        if (probe == null) {
            super.speechEnds(sample);
        } else {
            super.probeEnds(sample);
        }
    }
}
