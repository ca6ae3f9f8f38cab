/** Sound files as people have them, read as what a telephone line carries of them. */
@NullMarked
package dev.sidetone.simulator.sound;

import org.jspecify.annotations.NullMarked;
