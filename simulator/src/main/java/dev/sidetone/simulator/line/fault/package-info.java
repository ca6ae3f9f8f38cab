/** What goes wrong on the line on purpose: dialled as text, drawn from a seed, told as facts. */
@NullMarked
package dev.sidetone.simulator.line.fault;

import org.jspecify.annotations.NullMarked;
