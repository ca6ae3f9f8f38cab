/** Scenarios: what a caller does in a call, what must hold in it, and whether it did. */
@NullMarked
package dev.sidetone.simulator.scenario;

import org.jspecify.annotations.NullMarked;
