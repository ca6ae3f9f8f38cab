/** The line's one thread and its time. */
@NullMarked
package dev.sidetone.simulator.line.loop;

import org.jspecify.annotations.NullMarked;
