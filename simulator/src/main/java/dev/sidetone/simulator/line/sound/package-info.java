/** The sounds that a carrier itself plays to a caller, and the taps that listen to a call. */
@NullMarked
package dev.sidetone.simulator.line.sound;

import org.jspecify.annotations.NullMarked;
