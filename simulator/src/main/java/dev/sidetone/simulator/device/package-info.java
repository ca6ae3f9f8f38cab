/** Microphones, speakers and echo cancellation: the only package that uses javax.sound devices. */
@NullMarked
package dev.sidetone.simulator.device;

import org.jspecify.annotations.NullMarked;
