/** What every room of the simulator may know: the settings, the program's version, how it is told that something cannot be done. */
@NullMarked
package dev.sidetone.simulator;

import org.jspecify.annotations.NullMarked;
