/** The public address of a port on this machine: given, found in a running tunnel, or opened; and the proof that calls get through it. */
@NullMarked
package dev.sidetone.simulator.live.address;

import org.jspecify.annotations.NullMarked;
