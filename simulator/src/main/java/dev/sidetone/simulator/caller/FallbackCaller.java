package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;

/** The recorded caller behind a {@link MicrophoneCaller}, and whether it is the one who speaks. On the line thread. */
final class FallbackCaller {
    private static final int QUIET_TICKS = 25;

    private final Caller caller;
    private final boolean forGood;
    private boolean answered;
    private boolean speaks;
    private int quietTicks;

    /** {@code forGood} when there is no microphone that could take the call back: then its edges count. */
    FallbackCaller(Caller caller, boolean forGood) {
        this.caller = caller;
        this.forGood = forGood;
    }

    boolean speaks() {
        return speaks;
    }

    /** Whether it has said nothing for half a second, so that it can be relieved without being cut off. */
    boolean isQuiet() {
        return quietTicks >= QUIET_TICKS;
    }

    void takeOver(Handset handset) {
        speaks = true;
        quietTicks = 0;
        if (!answered) {
            answered = true;
            caller.answered(forGood ? handset : new WithoutEdges(handset));
        }
    }

    void stepBack() {
        speaks = false;
    }

    void ear(LineFrame heard) {
        if (speaks) {
            caller.ear(heard);
        }
    }

    LineFrame mouth() {
        LineFrame spoken = caller.mouth();
        boolean audible = SpeechEnergy.isAudible(spoken.dbm0(0)) || SpeechEnergy.isAudible(spoken.dbm0(1));
        quietTicks = audible ? 0 : quietTicks + 1;
        return spoken;
    }

    boolean knowsItsEdges() {
        return caller.knowsItsEdges();
    }

    void hungUp() {
        caller.hungUp();
    }

    /** A handset that lets everything through but the edges, which are found by energy once a microphone had a part in the call. */
    private record WithoutEdges(Handset handset) implements Handset {
        @Override
        public void press(char digit) {
            handset.press(digit);
        }

        @Override
        public void hangUp() {
            handset.hangUp();
        }

        @Override
        public void speechStarts(int sample) {}

        @Override
        public void speechEnds(int sample) {}

        @Override
        public void note(String text) {
            handset.note(text);
        }
    }
}
