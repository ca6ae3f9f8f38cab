/** The phone behind a window: a rig with sound devices, one call at a time, and the calls that it keeps. */
@NullMarked
package dev.sidetone.simulator.phone;

import org.jspecify.annotations.NullMarked;
