/** The files of recorded calls: writing, reading and keeping them. */
@NullMarked
package dev.sidetone.simulator.recording;

import org.jspecify.annotations.NullMarked;
