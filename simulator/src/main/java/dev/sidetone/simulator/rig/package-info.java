/** Assembles a line, a bridge and an agent in one process, and describes and makes simulated calls with them. */
@NullMarked
package dev.sidetone.simulator.rig;

import org.jspecify.annotations.NullMarked;
