/** Playing a recorded call to a person's ears. */
@NullMarked
package dev.sidetone.simulator.playback;

import org.jspecify.annotations.NullMarked;
