/** Clocks, timers and waiting: the only package that reads a clock or sleeps; everything else is passed the time. */
@NullMarked
package dev.sidetone.bridge.time;

import org.jspecify.annotations.NullMarked;
