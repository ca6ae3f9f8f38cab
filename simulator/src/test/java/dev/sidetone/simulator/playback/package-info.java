/** Tests of playing a recorded call. */
@NullMarked
package dev.sidetone.simulator.playback;

import org.jspecify.annotations.NullMarked;
