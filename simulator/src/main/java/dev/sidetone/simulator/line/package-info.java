/** The telephone line, whoever the carrier is: one phone call with its ticks, its streams and what is played to the caller. */
@NullMarked
package dev.sidetone.simulator.line;

import org.jspecify.annotations.NullMarked;
