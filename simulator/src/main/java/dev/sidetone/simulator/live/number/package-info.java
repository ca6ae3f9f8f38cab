/** Numbers of an account on loan: written down, set to ring the bridge, put back as they were. */
@NullMarked
package dev.sidetone.simulator.live.number;

import org.jspecify.annotations.NullMarked;
