package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;

/** The recorded caller that replaces the microphone of a {@link MicrophoneCaller} while that does not work. On the line thread. */
final class FallbackCaller {
    private static final int QUIET_TICKS = 25;

    private final Caller caller;
    private final boolean permanent;
    private boolean streamed;
    private boolean answered;
    private boolean active;
    private int quietTicks;

    /** {@code permanent} if no microphone can take the call back: then the edges that {@code caller} reports count. */
    FallbackCaller(Caller caller, boolean permanent) {
        this.caller = caller;
        this.permanent = permanent;
    }

    boolean isActive() {
        return active;
    }

    /** Returns whether it has been silent for half a second, so that the microphone can take over without cutting it off. */
    boolean isQuiet() {
        return quietTicks >= QUIET_TICKS;
    }

    void takeOver(Handset handset) {
        active = true;
        quietTicks = 0;
        if (!answered) {
            answered = true;
            caller.answered(permanent ? handset : new TurnlessHandset(handset));
            if (streamed) {
                caller.streamStarted();
            }
        }
    }

    void streamStarted() {
        streamed = true;
        if (answered) {
            caller.streamStarted();
        }
    }

    void stepBack() {
        active = false;
    }

    void ear(LineFrame heard) {
        if (active) {
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
}
