/** A line, a bridge and an agent put together in one process, and calls made with them without a window. */
@NullMarked
package dev.sidetone.simulator.rig;

import org.jspecify.annotations.NullMarked;
