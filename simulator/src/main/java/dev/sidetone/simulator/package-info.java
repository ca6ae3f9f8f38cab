/** The simulator as a whole: puts a line, a bridge and a practice agent together and makes calls. */
@NullMarked
package dev.sidetone.simulator;

import org.jspecify.annotations.NullMarked;
