/** Speech synthesis in memory. */
@NullMarked
package dev.sidetone.simulator.voice;

import org.jspecify.annotations.NullMarked;
