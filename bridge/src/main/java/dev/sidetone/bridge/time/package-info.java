/** The only room with a clock, a sleep or a timer: everything else is told the time. */
@NullMarked
package dev.sidetone.bridge.time;

import org.jspecify.annotations.NullMarked;
