package dev.sidetone.simulator.playback;

import java.nio.file.Path;

/**
 * A recorded call that can be played.
 *
 * @param folder where it was recorded
 * @param soundAtMs the instant of the sound's first sample on the call's own clock
 */
public record PlayableCall(Path folder, double soundAtMs) {}
