/** Live mode: the embedded bridge behind a public address, on a real number, with each of its calls on a timeline. */
@NullMarked
package dev.sidetone.simulator.live;

import org.jspecify.annotations.NullMarked;
