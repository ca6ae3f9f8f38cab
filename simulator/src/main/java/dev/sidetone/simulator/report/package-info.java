/** The formatting of calls as text for the terminal. */
@NullMarked
package dev.sidetone.simulator.report;

import org.jspecify.annotations.NullMarked;
