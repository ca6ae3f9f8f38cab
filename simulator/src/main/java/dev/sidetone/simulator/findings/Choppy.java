package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.timeline.Fact;
import java.util.function.Consumer;

/**
 * Finds holes in the middle of a word: the queue ran dry while the agent was audible, and audible audio went on within 300 ms. A pause
 * between sentences begins in silence and does not count. Reports at the third hole of an answer, once per call.
 */
final class Choppy implements Check {
    private static final long MOST_NS = 300_000_000L;
    private static final int HOLES = 3;

    private int holes;
    private long dryFromNs;
    private boolean dry;
    private boolean reported;

    @Override
    public void fold(Fact fact, Consumer<Finding> found) {
        if (fact instanceof Fact.CallerEnded || fact instanceof Fact.ClearArrived) {
            holes = 0;
            dry = false;
        }
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heard, Consumer<Finding> found) {
        if (reported) {
            return;
        }
        if (tick.heardBytes() > 0) {
            goesOn(tick, found);
            boolean ranDry = tick.queuedBytes() == 0 && SpeechEnergy.isAudible(lastHalf(tick));
            dry = ranDry;
            dryFromNs = tick.atNs() + tick.heardBytes() * LineFrame.SAMPLE_NS;
        }
    }

    private void goesOn(Fact.Tick tick, Consumer<Finding> found) {
        long holeNs = tick.atNs() - dryFromNs;
        boolean hole = dry && holeNs >= LineFrame.NS && holeNs <= MOST_NS && SpeechEnergy.isAudible(tick.heard0());
        holes += hole ? 1 : 0;
        if (holes == HOLES) {
            reported = true;
            found.accept(StreamCode.CHOPPY.found("The agent's voice has holes: " + HOLES
                    + " times in one answer nothing was there to play in the middle of speech."));
        }
    }

    private static float lastHalf(Fact.Tick tick) {
        return tick.heardBytes() > SpeechEnergy.WINDOW ? tick.heard1() : tick.heard0();
    }
}
