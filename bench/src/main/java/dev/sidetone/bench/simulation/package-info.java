/**
 * Whole calls in one thread and manual time, drawn from a seed, with faults at random moments and rules that must hold after every step.
 * Described in docs/simulation.md.
 */
@NullMarked
package dev.sidetone.bench.simulation;

import org.jspecify.annotations.NullMarked;
