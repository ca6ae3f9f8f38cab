/** The softphone behind the window: a rig with sound devices, one call at a time, and the recordings of its calls. */
@NullMarked
package dev.sidetone.simulator.phone;

import org.jspecify.annotations.NullMarked;
