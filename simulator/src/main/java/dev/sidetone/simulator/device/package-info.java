/** Microphone and speaker: the only room that knows javax.sound. */
@NullMarked
package dev.sidetone.simulator.device;

import org.jspecify.annotations.NullMarked;
