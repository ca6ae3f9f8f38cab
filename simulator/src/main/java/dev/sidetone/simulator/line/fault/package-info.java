/** Faults that are injected into the line: read from text, drawn from a seed, reported as facts. */
@NullMarked
package dev.sidetone.simulator.line.fault;

import org.jspecify.annotations.NullMarked;
