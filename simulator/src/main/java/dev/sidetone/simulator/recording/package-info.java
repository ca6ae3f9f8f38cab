/** A call on disk: kept as it goes, opened again later. */
@NullMarked
package dev.sidetone.simulator.recording;

import org.jspecify.annotations.NullMarked;
