/** Echo detection by correlation, shared by the echo suppressor at the microphone and the {@code echo} finding. */
@NullMarked
package dev.sidetone.simulator.echo;

import org.jspecify.annotations.NullMarked;
