package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.timeline.Fact;
import java.util.Arrays;

/** Collects the beginning of what the agent says after a silence, as much as identifies it. Owned by one check. */
final class Utterance {
    private static final int MOST_TICKS = 150;
    private static final int FIRST_LOOK_TICKS = 60;
    private static final int SILENT_TICKS = 35;

    private final byte[] heard = new byte[MOST_TICKS * LineFrame.BYTES];
    private int ticks;
    private int silentTicks = SILENT_TICKS;
    private boolean listening;

    /** Takes in the next tick; true when it is worth to look at {@link #sound}. */
    boolean hear(Fact.Tick tick, LineFrame frame) {
        boolean audible = tick.heardBytes() > 0
                && (SpeechEnergy.isAudible(tick.heard0()) || SpeechEnergy.isAudible(tick.heard1()));
        if (audible && silentTicks >= SILENT_TICKS) {
            listening = true;
            ticks = 0;
        }
        silentTicks = audible ? 0 : silentTicks + 1;
        if (!listening) {
            return false;
        }
        for (int i = 0; i < LineFrame.BYTES; i++) {
            heard[ticks * LineFrame.BYTES + i] = frame.code(i);
        }
        ticks++;
        boolean over = ticks == MOST_TICKS || silentTicks >= SILENT_TICKS;
        listening = !over;
        return over || ticks == FIRST_LOOK_TICKS;
    }

    KnownSound sound() {
        return KnownSound.of(Arrays.copyOf(heard, ticks * LineFrame.BYTES));
    }

    /** The sound is identified: the rest of it adds nothing. */
    void isKnown() {
        listening = false;
    }

    /** The rest is not heard: the next sound is another. */
    void cut() {
        listening = false;
        silentTicks = SILENT_TICKS;
    }
}
