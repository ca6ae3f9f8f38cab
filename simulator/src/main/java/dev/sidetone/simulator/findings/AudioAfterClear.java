package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.timeline.Fact;
import java.util.function.Consumer;

/**
 * Finds audible audio that comes after a clear while the caller still speaks: it can only be more of the answer that was cut. Reports once
 * per clear, as soon as there are 60 ms of it.
 */
final class AudioAfterClear implements Check {
    private static final int WORTH_BYTES = 60 * LineFrame.RATE_HZ / 1000;

    private final CallerSpeech caller = new CallerSpeech();
    private boolean cleared;
    private int audibleBytes;

    @Override
    public void fold(Fact fact, Consumer<Finding> found) {
        caller.fold(fact);
        if (fact instanceof Fact.ClearArrived clear) {
            cleared = caller.isSpeaking() && clear.discardedBytes() > 0;
            audibleBytes = 0;
        } else if (fact instanceof Fact.CallerEnded) {
            cleared = false;
        }
    }

    @Override
    public void media(Fact.MediaArrived media, byte[] mulaw, Consumer<Finding> found) {
        if (!cleared) {
            return;
        }
        for (int at = 0; at + SpeechEnergy.WINDOW <= mulaw.length; at += SpeechEnergy.WINDOW) {
            boolean audible = SpeechEnergy.isAudible(SpeechEnergy.dbm0(mulaw, at, SpeechEnergy.WINDOW));
            audibleBytes += audible ? SpeechEnergy.WINDOW : 0;
        }
        if (audibleBytes >= WORTH_BYTES) {
            cleared = false;
            found.accept(StreamCode.AUDIO_AFTER_CLEAR
                    .found(
                            "After its clear the server went on sending the answer that it had cut, while the caller spoke.")
                    .inMessage(media.message()));
        }
    }
}
