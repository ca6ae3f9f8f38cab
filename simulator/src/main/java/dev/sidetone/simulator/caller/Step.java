package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import org.jspecify.annotations.Nullable;

/** One thing a scripted caller does, tick by tick; a fresh object each time it is done. */
interface Step {
    /** The frame to say at this tick, or null when the step is over and the next one begins with this tick. */
    @Nullable
    LineFrame tick(AgentSpeechTimer ear, Handset handset);
}
