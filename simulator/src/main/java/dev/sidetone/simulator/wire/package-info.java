/** The messages of a call on its wires, kept for whoever shows them; folded from the call's facts. */
@NullMarked
package dev.sidetone.simulator.wire;

import org.jspecify.annotations.NullMarked;
