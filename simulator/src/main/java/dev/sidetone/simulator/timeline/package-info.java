/** Everything that happened in one call, in order, and the meters that fold it into numbers. */
@NullMarked
package dev.sidetone.simulator.timeline;

import org.jspecify.annotations.NullMarked;
