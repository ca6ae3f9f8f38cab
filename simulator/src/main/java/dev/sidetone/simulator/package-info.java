/** The types that every package of the simulator may use: settings, the program's version, and the two exceptions that end a command. */
@NullMarked
package dev.sidetone.simulator;

import org.jspecify.annotations.NullMarked;
