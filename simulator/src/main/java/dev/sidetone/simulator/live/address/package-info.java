/** The public address of a port on this machine: found, or opened as a tunnel, and checked to lead to the bridge. */
@NullMarked
package dev.sidetone.simulator.live.address;

import org.jspecify.annotations.NullMarked;
