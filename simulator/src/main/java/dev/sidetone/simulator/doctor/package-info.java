/** The checks of {@code sidetone doctor}: the instrument's own error on this machine, and one visit to an agent. */
@NullMarked
package dev.sidetone.simulator.doctor;

import org.jspecify.annotations.NullMarked;
