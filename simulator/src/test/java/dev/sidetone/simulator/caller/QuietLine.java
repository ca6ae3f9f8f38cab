package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;

/** A line at whose other end nobody says anything, and the handset of somebody at whom nobody looks. */
public final class QuietLine implements Handset {
    private static final int TWENTY_SECONDS = 1_000;

    /** Whether the caller is audible in the next twenty seconds. */
    public static boolean hears(Caller caller) {
        boolean heard = false;
        for (int frame = 0; frame < TWENTY_SECONDS; frame++) {
            caller.ear(LineFrame.SILENCE);
            heard |= SpeechEnergy.isAudible(caller.mouth().dbm0(0));
        }
        return heard;
    }

    @Override
    public void press(char digit) {}

    @Override
    public void hangUp() {}

    @Override
    public void speechStarts(int sample) {}

    @Override
    public void speechEnds(int sample) {}

    @Override
    public void note(String text) {}
}
