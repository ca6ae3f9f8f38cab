/** The command line: one thin class per command. */
@NullMarked
package dev.sidetone.simulator.cli;

import org.jspecify.annotations.NullMarked;
