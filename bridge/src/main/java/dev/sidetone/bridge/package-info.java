/** The bridge as a whole: reads its settings, wires the rooms, starts and stops. */
@NullMarked
package dev.sidetone.bridge;

import org.jspecify.annotations.NullMarked;
