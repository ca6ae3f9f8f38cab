/** Injected faults of the line: set as text, timed from a seed, reported as facts. */
@NullMarked
package dev.sidetone.simulator.line.fault;

import org.jspecify.annotations.NullMarked;
