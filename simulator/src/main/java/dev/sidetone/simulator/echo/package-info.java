/** One sound found again in another: arithmetic that the gate at the microphone and the check of a call share. */
@NullMarked
package dev.sidetone.simulator.echo;

import org.jspecify.annotations.NullMarked;
